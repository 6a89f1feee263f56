import type { CoreContext } from '@/lib/context'

/** Whether a run went on by this text already: its job may run twice. By the primary key of the log. */
export async function hasTakenText(
  ctx: Pick<CoreContext, 'database'>,
  { executionId, messageSid }: { executionId: string; messageSid: string },
): Promise<boolean> {
  const { rowCount } = await ctx.database.pool.query({
    name: 'text-taken-by-flow',
    text: `select from ivr_interactions where execution_id = $1 and outputs->'inbound'->>'MessageSid' = $2 limit 1`,
    values: [executionId, messageSid],
  })
  return rowCount !== 0
}
