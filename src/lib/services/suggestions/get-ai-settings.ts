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
    problem: ai ? await readProblem(ctx) : null,
    today: { requests: today?.requests ?? 0, tokens: today?.tokens ?? 0 },
  }
}

/** Served by message_suggestions_problems. */
async function readProblem({
  database,
  clock,
}: Pick<CoreContext, 'database' | 'clock'>): Promise<AiSettings['problem']> {
  const { rows } = await database.pool.query<{ sentence: string; at: Date; texts: number }>({
    name: 'ai-problem-today',
    text: `select problem as sentence, created_at as at, count(*) over ()::int as texts from message_suggestions
           where problem is not null and created_at >= $1 order by created_at desc limit 1`,
    values: [`${usageDay(clock.now())}T00:00:00Z`],
  })
  const [row] = rows
  return row ? { sentence: row.sentence, at: row.at.toISOString(), texts: row.texts } : null
}
