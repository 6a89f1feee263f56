import type { Recognized } from '@/lib/auth/recognize-actor'
import type { Installation } from '@/lib/context'
import { Role } from '@/shared/schemas/role'

/** The person a session cookie belongs to; null when it is none, expired, or its person disabled. */
export async function findSessionActor({ auth }: Pick<Installation, 'auth'>, headers: Headers): Promise<Recognized> {
  const cookie = sessionCookie(headers.get('cookie') ?? '')
  if (!cookie) return null
  const known = auth.actors.get(cookie)
  if (known) return { actor: known, setCookies: [] }
  const remember = auth.actors.remember(cookie)
  const found = await auth.better.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
  const role = Role.safeParse(found.response?.user.role)
  if (!found.response || found.response.user.disabled || !role.success) return null
  const { user, session } = found.response
  const actor = { type: 'operator', userId: user.id, role: role.data, sessionId: session.id } as const
  remember(actor)
  return { actor, setCookies: found.headers.getSetCookie() }
}

/** Only the cookies of ours out of a Cookie header: what is asked, and the key under which the answer is remembered. */
function sessionCookie(header: string) {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => /^(?:__Secure-)?eva\./.test(part))
    .join('; ')
}
