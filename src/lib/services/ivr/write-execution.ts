import type { CoreContext } from '@/lib/context'
import { arrayLiteral } from '@/lib/db/array-literal'
import type { Visit } from '@/shared/ivr/instruction'
import type { ExecutionRow } from './execution-row'

/** A visit, and the flow (the outer or one within it) that it belongs to. */
export type LoggedVisit = Visit & { flowId: string; version: number }

/**
 * Keeps a run as it now is, and the states it went through, if nobody else went on from the same revision meanwhile: one statement, by the
 * primary key. False: somebody did, and nothing was kept.
 */
export async function writeExecution(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  row: ExecutionRow,
  visits: readonly LoggedVisit[],
): Promise<boolean> {
  const { execution } = row
  const { rows } = await ctx.database.pool.query({
    name: 'write-execution',
    text: `with kept as (
             update ivr_executions set revision = revision + 1, status = $3, ended_by = $4, state = $5, pending = $6, step = $7,
                    document = $8, working_until = $9, wake_at = $19, updated_at = $10::timestamptz,
                    ended_at = case when $3 = 'ended' then $10::timestamptz end
             where id = $1 and revision = $2 returning id
           ), logged as (
             insert into ivr_interactions (execution_id, sequence, flow_id, version, state_name, widget_type, event, outputs, failure, at)
             select kept.id, $11 + position - 1, flow_id, version, state_name, widget_type, event, outputs, failure, $10::timestamptz
               from kept, unnest($12::uuid[], $13::integer[], $14::text[], $15::text[], $16::text[], $17::jsonb[], $18::text[])
                 with ordinality as visit (flow_id, version, state_name, widget_type, event, outputs, failure, position)
           )
           select id, case when $20 then set_config('synchronous_commit', 'off', true) end from kept`,
    values: [
      row.id,
      row.revision,
      execution.status,
      execution.endedBy,
      JSON.stringify(execution),
      row.pending === null ? null : JSON.stringify(row.pending),
      row.step,
      row.document,
      row.workingUntil,
      ctx.clock.now(),
      execution.visits - visits.length,
      arrayLiteral(visits.map(({ flowId }) => flowId)),
      arrayLiteral(visits.map(({ version }) => version)),
      arrayLiteral(visits.map(({ state }) => state)),
      arrayLiteral(visits.map(({ type }) => type)),
      arrayLiteral(visits.map(({ event }) => event)),
      arrayLiteral(visits.map(({ outputs }) => JSON.stringify(outputs))),
      arrayLiteral(visits.map(({ failure }) => failure)),
      wakeAt(ctx, row),
      row.pending?.wait === 'report',
    ],
  })
  return rows.length === 1
}

/** A caller's run is brought forward by Twilio; one that texts, and what is done after a call, must wake by itself. */
function wakeAt(ctx: Pick<CoreContext, 'clock'>, { execution, pending, workingUntil }: ExecutionRow): Date | null {
  if (pending?.wait === 'message') return new Date(ctx.clock.now().getTime() + pending.timeout * 1_000)
  return execution.channel === 'message' || execution.callOver ? workingUntil : null
}
