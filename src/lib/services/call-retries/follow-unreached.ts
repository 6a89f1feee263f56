import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { getCallSettings } from '@/lib/services/call-settings/get-call-settings'
import { defineFollower } from '@/lib/services/followers/follower'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { nextTry } from '@/shared/calls/next-try'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { readCallRetries } from './read-call-retries'

type Unreached = { id: string; from_number: string; to_number: string; status: string; ended_at: Date; made: number }

/** A call of ours that reached nobody is planned anew, where that was asked. What Twilio never confirmed has no end yet, and is not. */
export const followUnreached = defineFollower({
  name: 'call-retries',
  types: ['call.ended'],
  async handle(ctx, tx, events) {
    const ended = events
      .map(({ data }) => data.call)
      .filter((call) => call.direction === 'outbound' && call.parentCallSid === null && call.callSid !== null)
    return ended.length === 0 ? [] : planRetries(ctx, tx, [...new Set(ended.map(({ id }) => id))])
  },
})

async function planRetries(ctx: CoreContext, tx: Transaction, ids: string[]): Promise<NewLiveEvent[]> {
  // By primary keys, and the unique index on call_retries.retry_of.
  const { rows } = await tx.client.query<Unreached>({
    name: 'unreached-calls',
    text: `select call.id, call.from_number, call.to_number, call.ended_at,
                  case when call.status = 'completed' and call.answered_by ~ '^(machine|fax)' then 'machine' else call.status end as status,
                  coalesce(made.attempt, 0) as made
             from twilio_call_logs call left join call_retries made on made.id = call.id
            where call.id = any($1) and call.request ->> 'retry' = 'true' and call.ended_at is not null
              and not exists (select from call_retries planned where planned.retry_of = call.id)`,
    values: [ids],
  })
  if (rows.length === 0) return []
  const { settings } = await getCallSettings(ctx, tx.client)
  const at = ctx.clock.now()
  const plans = rows.flatMap((row) => {
    const next = nextTry(settings.retry, { ...row, endedAt: row.ended_at })
    return next ? [{ ...row, ...next, retryId: uuidV7(at) }] : []
  })
  if (plans.length === 0) return []
  // The same person is not called twice for two calls. By call_retries_open_to.
  const overtaken = await tx.client.query<{ id: string }>({
    name: 'overtake-call-retries',
    text: `update call_retries set status = 'skipped', reason = 'A later call to them is tried again instead.', settled_at = $2, settled_by = 'system'
            where to_number = any($1) and status = 'planned' returning id`,
    values: [plans.map((plan) => plan.to_number), at],
  })
  await tx.client.query({
    name: 'plan-call-retries',
    text: `insert into call_retries (id, retry_of, attempt, from_number, to_number, ended, status, due_at, created_at)
           select id, retry_of, attempt, from_number, to_number, ended, 'planned', due_at, $8
             from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
               as plan (id, retry_of, attempt, from_number, to_number, ended, due_at)
           on conflict do nothing`,
    values: [
      plans.map(({ retryId }) => retryId),
      plans.map(({ id }) => id),
      plans.map(({ attempt }) => attempt),
      plans.map((plan) => plan.from_number),
      plans.map((plan) => plan.to_number),
      plans.map(({ status }) => status),
      plans.map(({ dueAt }) => dueAt),
      at,
    ],
  })
  const changed = [...overtaken.rows.map(({ id }) => id), ...plans.map(({ retryId }) => retryId)]
  const retries = await readCallRetries(tx.client, changed)
  return retries.map((callRetry) => ({ type: 'call_retry.changed', data: { callRetry } }))
}
