import { actorName, type CoreContext } from '@/lib/context'
import { recordingRules } from '@/lib/db/schema/recording-rules'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { RecordingRulesAnswer, SaveRecordingRulesInput } from '@/shared/schemas/recording-rules'
import { getRecordingRules } from './get-recording-rules'

/** Puts a new version of the rules in force, everywhere at once. ConflictError when somebody else has changed them since `basedOn`. */
export async function saveRecordingRules(
  ctx: CoreContext,
  { basedOn, rules }: SaveRecordingRulesInput,
): Promise<RecordingRulesAnswer> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const before = await getRecordingRules(ctx, tx.client)
    const row = { version: basedOn + 1, rules, createdBy: actorName(ctx.actor), createdAt: at }
    const written =
      before.version === basedOn
        ? await tx.drizzle.insert(recordingRules).values(row).onConflictDoNothing().returning()
        : []
    if (written.length === 0)
      throw new ConflictError('Somebody else has changed the rules meanwhile. Look at them again.')
    const details = { version: row.version, before: before.rules, after: rules }
    await recordAudit(ctx, tx, { action: 'recording_rules.save', subject: String(row.version), details })
    await broadcast(tx.client, at, [{ type: 'recording_rules.changed', data: { version: row.version } }])
  })
  return getRecordingRules(ctx)
}
