import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { isNumber } from '@/lib/services/calls/our-number-of'
import { defineFollower } from '@/lib/services/followers/follower'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Call } from '@/shared/schemas/call'

/** What was recorded of a call is known so long after its end. */
const settledMilliseconds = 60_000

/** Callers whose call is over are looked at a minute later: whoever reached nobody may get a text. */
export const followMissedCalls = defineFollower({
  name: 'missed-calls',
  types: ['call.ended'],
  async handle(ctx, tx, events) {
    const calls = events
      .map(({ data }) => data.call)
      .filter(
        ({ direction, parentCallSid, from }) => direction === 'inbound' && parentCallSid === null && isNumber(from),
      )
    await noteCallers(ctx, tx, calls)
    return []
  },
})

/** By the number's unique index. */
async function noteCallers(ctx: CoreContext, tx: Transaction, calls: readonly Call[]) {
  if (calls.length === 0) return
  const at = ctx.clock.now()
  await tx.client.query({
    name: 'note-missed-callers',
    text: `insert into missed_call_texts (call_id, our_number, their_number, message_id, status, due_at, created_at)
           select call.id, our_number, their_number, message_id, 'pending', $5, $6
             from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) as call (id, our_number, their_number, message_id)
             join twilio_phone_numbers number on number.phone_number = our_number and number.answer->>'textBack' is not null
            where exists (select from twilio_call_logs present where present.id = call.id)
           on conflict do nothing`,
    values: [
      calls.map(({ id }) => id),
      calls.map(({ to }) => to),
      calls.map(({ from }) => from),
      calls.map(() => uuidV7(at)),
      new Date(at.getTime() + settledMilliseconds),
      at,
    ],
  })
}
