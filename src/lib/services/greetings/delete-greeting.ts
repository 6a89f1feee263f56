import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { Transaction } from '@/lib/db/client'
import { ConflictError } from '@/shared/errors'
import { getGreeting } from './find-greeting'
import { assertMayChange } from './save-greeting'

/** Takes a greeting away, its sound too. Calls that were to leave it leave nothing. ConflictError while callers of a number hear it. */
export async function deleteGreeting(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  const greeting = await getGreeting(ctx, id)
  assertMayChange(ctx, { isOwn: greeting.person_id !== null })
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    await assertUnused(tx, id)
    await tx.client.query({
      name: 'delete-greeting',
      text: 'update voicemail_greetings set deleted_at = $2 where id = $1 and deleted_at is null',
      values: [id, at],
    })
    await recordAudit(ctx, tx, { action: 'greeting.delete', subject: id, details: { name: greeting.name } })
    await broadcast(tx.client, at, [{ type: 'greeting.changed', data: { greetingId: id } }])
  })
  if (greeting.storage_key) await ctx.storage.delete([greeting.storage_key])
}

/** Our numbers are few: they are read as they lie. */
async function assertUnused(tx: Transaction, id: string) {
  const { rows } = await tx.client.query<{ phone_number: string }>({
    name: 'numbers-with-greeting',
    text: `select phone_number from twilio_phone_numbers where released_at is null and answer ->> 'voicemailGreetingId' = $1 order by phone_number`,
    values: [id],
  })
  if (rows.length === 0) return
  const numbers = rows.map((row) => row.phone_number).join(', ')
  throw new ConflictError(`Callers of ${numbers} hear it. Choose something else there first.`)
}
