import type { CoreContext } from '@/lib/context'
import type { PresentPerson } from '@/shared/schemas/conversation'

type PresenceRow = { person_id: string; person_name: string; state: PresentPerson['state']; expires_at: Date }

/** Who reads or writes in a conversation now, by name. By the primary key. */
export async function listPresence(
  { database, clock }: Pick<CoreContext, 'database' | 'clock'>,
  { conversationId }: { conversationId: string },
): Promise<PresentPerson[]> {
  const result = await database.pool.query<PresenceRow>({
    name: 'list-presence',
    text: `select person_id, person_name, state, expires_at from conversation_presence
           where conversation_id = $1 and expires_at > $2 order by person_name, person_id`,
    values: [conversationId, clock.now()],
  })
  return result.rows.map((row) => ({
    id: row.person_id,
    name: row.person_name,
    state: row.state,
    expiresAt: row.expires_at.toISOString(),
  }))
}
