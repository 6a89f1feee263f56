import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { aiUsage } from '@/lib/db/schema/keywords'
import type { AiSettings } from '@/shared/schemas/suggestion'
import { readAiSettings } from './read-ai-settings'
import { usageDay } from './spend-budget'

/** The settings, with what is configured and what was used today. The key is never shown. */
export async function getAiSettings(ctx: Pick<CoreContext, 'config' | 'database' | 'clock'>): Promise<AiSettings> {
  const { ai } = ctx.config
  const settings = await readAiSettings(ctx.database)
  const [today] = await ctx.database.drizzle
    .select()
    .from(aiUsage)
    .where(eq(aiUsage.day, usageDay(ctx.clock.now())))
  return {
    provider: ai?.provider ?? null,
    model: ai?.model ?? null,
    host: ai ? new URL(ai.baseUrl).host : null,
    ...settings,
    today: { requests: today?.requests ?? 0, tokens: today?.tokens ?? 0 },
  }
}
