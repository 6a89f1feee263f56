import type { CoreContext } from '@/lib/context'
import { aiSettings } from '@/lib/db/schema/keywords'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { AiSettings, AiSettingsInput } from '@/shared/schemas/suggestion'
import { getAiSettings } from './get-ai-settings'

/** Replaces what is given: which intents answer by themselves, and what the model may cost a day. */
export async function updateAiSettings(ctx: CoreContext, input: AiSettingsInput): Promise<AiSettings> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    await tx.drizzle.update(aiSettings).set({ ...input, updatedAt: at })
    await recordAudit(ctx, tx, { action: 'ai_settings.change', details: input })
    await broadcast(tx.client, at, [{ type: 'ai_settings.changed', data: {} }])
  })
  return getAiSettings(ctx)
}
