import type { CoreContext } from '@/lib/context'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { NotFoundError } from '@/shared/errors'
import type { Call } from '@/shared/schemas/call'

type Queryable = CoreContext['database']['pool'] | { query: CoreContext['database']['pool']['query'] }

/** The call with our id or Twilio's SID, or null. Served by the primary key and the unique index on call_sid. */
export async function findCall(
  queryable: Pick<Queryable, 'query'>,
  key: { id: string } | { callSid: string },
): Promise<Call | null> {
  const [column, value] = 'id' in key ? ['id', key.id] : ['call_sid', key.callSid]
  const result = await queryable.query<CallRow>({
    name: `find-call-by-${column}`,
    text: `select ${callColumns} from twilio_call_logs call ${callContactJoin} where call.${column} = $1`,
    values: [value],
  })
  const row = result.rows[0]
  return row ? toCall(row) : null
}

/** The call with this SID; NotFoundError when we have none. */
export async function getCall(ctx: Pick<CoreContext, 'database'>, callSid: string): Promise<Call> {
  const call = await findCall(ctx.database.pool, { callSid })
  if (!call) throw new NotFoundError('There is no such call.')
  return call
}
