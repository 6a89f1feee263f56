import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { getGreeting } from './find-greeting'
import { assertMayChange } from './save-greeting'

/** Takes a greeting away, its sound too. Calls that were to leave it leave nothing. */
export async function deleteGreeting(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  const greeting = await getGreeting(ctx, id)
  assertMayChange(ctx, { isOwn: greeting.person_id !== null })
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
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
