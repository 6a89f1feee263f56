import type { CoreContext } from '@/lib/context'
import type { FlowActivity } from '@/shared/schemas/flow'

type Row = { state: string; entered: number; failed: number; active: number; ended: number }

/**
 * How many came to each state of a version since `since`, are in it now, and ended in it: what the designer shows on the canvas. By
 * ivr_interactions_flow and ivr_executions_flow.
 */
export async function getFlowActivity(
  ctx: Pick<CoreContext, 'database'>,
  { id, version, since }: { id: string; version: number; since: Date },
): Promise<FlowActivity> {
  const [states, executions] = await Promise.all([
    ctx.database.pool.query<Row>({
      name: 'flow-activity',
      text: `with visit as (
               select execution_id, state_name, failure, lead(state_name) over (partition by execution_id order by sequence) as next_name
               from ivr_interactions where flow_id = $1 and version = $2 and at >= $3)
             select visit.state_name as state, count(distinct visit.execution_id)::int as entered, count(visit.failure)::int as failed,
                    count(*) filter (where next_name is null and execution.status = 'active')::int as active,
                    count(*) filter (where next_name is null and execution.status = 'ended')::int as ended
             from visit join ivr_executions execution on execution.id = visit.execution_id
             group by visit.state_name`,
      values: [id, version, since],
    }),
    ctx.database.pool.query<{ executions: number; active: number }>({
      name: 'flow-executions',
      text: `select count(*)::int as executions, count(*) filter (where status = 'active')::int as active
             from ivr_executions where flow_id = $1 and version = $2 and started_at >= $3`,
      values: [id, version, since],
    }),
  ])
  const counts = executions.rows[0] ?? { executions: 0, active: 0 }
  return { version, ...counts, states: states.rows }
}
