import type pg from 'pg'
import { actorName, type Actor } from '@/lib/context'
import type { TeamMember } from '@/shared/schemas/conversation'

/** Whoever acts, as others read it. A person's id is the one they are assigned and mentioned by; others have their actor name as id. */
export async function describeActor(
  queryable: Pick<pg.ClientBase | pg.Pool, 'query'>,
  actor: Actor,
): Promise<TeamMember> {
  if (actor.type === 'api-key') return { id: actorName(actor), name: 'A script' }
  if (actor.type !== 'operator') return { id: actorName(actor), name: 'EVA' }
  if (actor.host) return { id: actor.userId, name: actor.host.name }
  const found = await queryable.query<{ name: string }>({
    name: 'actor-name',
    text: 'select name from users where id = $1',
    values: [actor.userId],
  })
  return { id: actor.userId, name: found.rows[0]?.name ?? 'Somebody' }
}
