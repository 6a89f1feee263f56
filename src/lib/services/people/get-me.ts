import type { z } from 'zod'
import type { Context } from '@/lib/context'
import { permissionsOf } from '@/shared/can'
import { UnauthenticatedError } from '@/shared/errors'
import type { Me } from '@/shared/schemas/person'

/** Who is asking and what they may do: a person of ours, one of the host's, or a key. */
export async function getMe({ actor, database }: Pick<Context, 'actor' | 'database'>): Promise<z.infer<typeof Me>> {
  if (actor.type !== 'operator' && actor.type !== 'api-key') throw new UnauthenticatedError()
  const rights = { role: actor.role, phoneNumber: null, permissions: permissionsOf(actor.role) }
  if (actor.type === 'operator') {
    const person = { type: 'person' as const, id: actor.userId, ...rights }
    if (actor.host) {
      const known = await database.pool.query<{ phone_number: string | null }>(
        'select phone_number from host_people where id = $1',
        [actor.userId],
      )
      const { name, email } = actor.host
      return { ...person, name, email, phoneNumber: known.rows[0]?.phone_number ?? null }
    }
    const found = await database.pool.query<{ name: string; email: string; phone_number: string | null }>(
      'select name, email, phone_number from users where id = $1',
      [actor.userId],
    )
    const user = found.rows[0]
    if (!user) throw new UnauthenticatedError()
    return { ...person, name: user.name, email: user.email, phoneNumber: user.phone_number }
  }
  if (actor.keyId === 'environment')
    return { type: 'api_key', id: actor.keyId, name: 'EVA_API_KEY', email: null, ...rights }
  const found = await database.pool.query<{ name: string }>('select name from api_keys where id = $1', [actor.keyId])
  return { type: 'api_key', id: actor.keyId, name: found.rows[0]?.name ?? '', email: null, ...rights }
}
