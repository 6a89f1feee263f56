import { actorName, type CoreContext } from '@/lib/context'
import { callSettings } from '@/lib/db/schema/desk'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { CallSettingsAnswer, SaveCallSettingsInput } from '@/shared/schemas/call-settings'
import { getCallSettings } from './get-call-settings'

/** Puts other settings in force, everywhere at once. ConflictError when somebody else has changed them since `basedOn`. */
export async function saveCallSettings(
  ctx: CoreContext,
  { basedOn, settings }: SaveCallSettingsInput,
): Promise<CallSettingsAnswer> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const before = await getCallSettings(ctx, tx.client)
    const row = { version: basedOn + 1, settings, createdBy: actorName(ctx.actor), createdAt: at }
    const written =
      before.version === basedOn
        ? await tx.drizzle.insert(callSettings).values(row).onConflictDoNothing().returning()
        : []
    if (written.length === 0)
      throw new ConflictError('Somebody else has changed these settings meanwhile. Look at them again.')
    const details = { version: row.version, before: before.settings, after: settings }
    await recordAudit(ctx, tx, { action: 'call_settings.save', subject: String(row.version), details })
    await broadcast(tx.client, at, [{ type: 'call_settings.changed', data: { version: row.version } }])
  })
  return getCallSettings(ctx)
}
