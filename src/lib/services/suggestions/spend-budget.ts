import type { CoreContext } from '@/lib/context'

/** The day a request is counted on, in UTC. */
export function usageDay(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/**
 * Takes one request and an estimate of its tokens out of the day's budget, for all instances together. False when too little is left:
 * nothing is taken then. Served by the primary key.
 */
export async function reserveBudget(
  ctx: Pick<CoreContext, 'database'>,
  day: string,
  budget: { dailyRequests: number; dailyTokens: number; estimate: number },
): Promise<boolean> {
  const { dailyRequests, dailyTokens, estimate } = budget
  const reserved = await ctx.database.pool.query({
    name: 'reserve-ai-budget',
    text: `insert into ai_usage as usage (day, requests, tokens) select $1::date, 1, $2::integer where 1 <= $3::integer and $2 <= $4::integer
           on conflict (day) do update set requests = usage.requests + 1, tokens = usage.tokens + $2
             where usage.requests + 1 <= $3 and usage.tokens + $2 <= $4`,
    values: [day, estimate, dailyRequests, dailyTokens],
  })
  return reserved.rowCount === 1
}

/** Puts what was really used in the place of the estimate. */
export async function settleBudget(
  ctx: Pick<CoreContext, 'database'>,
  day: string,
  { estimate, used }: { estimate: number; used: number },
): Promise<void> {
  await ctx.database.pool.query({
    name: 'settle-ai-budget',
    text: 'update ai_usage set tokens = greatest(0, tokens + $2) where day = $1',
    values: [day, used - estimate],
  })
}
