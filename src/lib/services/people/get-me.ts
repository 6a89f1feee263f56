import type { z } from 'zod'
import type { Context } from '@/lib/context'
import { permissionsOf } from '@/shared/can'
import { UnauthenticatedError } from '@/shared/errors'
import type { Me } from '@/shared/schemas/person'

/** Who is asking and what they may do: a person of ours, one of the host's, or a key. */
export async function getMe({ actor, database }: Pick<Context, 'actor' | 'database'>): Promise<z.infer<typeof Me>> {
  if (actor.type !== 'operator' && actor.type !== 'api-key') throw new UnauthenticatedError()
  const rights = { role: actor.role, permissions: permissionsOf(actor.role) }
  if (actor.type === 'operator') {
    if (actor.host)
      return { type: 'person', id: actor.userId, name: actor.host.name, email: actor.host.email, ...rights }
    const found = await database.pool.query<{ name: string; email: string }>(
      'select name, email from users where id = $1',
      [actor.userId],
    )
    const user = found.rows[0]
    if (!user) throw new UnauthenticatedError()
    return { type: 'person', id: actor.userId, name: user.name, email: user.email, ...rights }
  }
  if (actor.keyId === 'environment')
    return { type: 'api_key', id: actor.keyId, name: 'EVA_API_KEY', email: null, ...rights }
  const found = await database.pool.query<{ name: string }>('select name from api_keys where id = $1', [actor.keyId])
  return { type: 'api_key', id: actor.keyId, name: found.rows[0]?.name ?? '', email: null, ...rights }
}
