import type { CoreContext } from '@/lib/context'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { writeChanges } from '@/lib/services/conversations/write-changes'
import { broadcast } from '@/lib/utils/twilio-broadcast'

/** Conversations woken in one transaction, so that none is long. */
const batchSize = 500

/**
 * Opens the conversations whose time has come. Asked before conversations are read, so that none is ever read asleep past its time, and by a
 * job for the screens that are open. Served by conversations_snoozed: nearly always nothing is due and nothing is written.
 */
export async function wakeSnoozed(ctx: Pick<CoreContext, 'database' | 'clock'>): Promise<void> {
  while (await isAnyDue(ctx)) await wakeBatch(ctx)
}

async function isAnyDue({ database, clock }: Pick<CoreContext, 'database' | 'clock'>) {
  const result = await database.pool.query({
    name: 'snoozed-due',
    text: `select from conversations where status = 'snoozed' and snoozed_until <= $1 limit 1`,
    values: [clock.now()],
  })
  return result.rowCount !== 0
}

/** Waits for whoever wakes or changes them at this moment, and then leaves what they changed. */
async function wakeBatch({ database, clock }: Pick<CoreContext, 'database' | 'clock'>) {
  const at = clock.now()
  await database.transaction(async (tx) => {
    const woken = await tx.client.query<ConversationRow>({
      name: 'wake-snoozed',
      text: `with due as (
               select id from conversations where status = 'snoozed' and snoozed_until <= $1 order by id limit $2 for update
             ), conversation as (
               update conversations set status = 'open', snoozed_until = null, revision = revision + 1
                where id in (select id from due) returning *)
             select ${conversationColumns} from conversation ${conversationContactJoin}`,
      values: [at, batchSize],
    })
    const changes = await writeChanges(
      tx.client,
      at,
      null,
      woken.rows.map((row) => ({ conversationId: row.id, what: 'woke' })),
    )
    await broadcast(
      tx.client,
      at,
      woken.rows.map((row, index) => ({
        type: 'conversation.changed',
        data: { conversation: toConversation(row), changes: changes.slice(index, index + 1) },
      })),
    )
  })
}
