import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { defineFollower } from '@/lib/services/followers/follower'

/** What flows must hear of: callers who hung up, texts that are replies or begin a flow, and people who want no more texts. */
export const followFlows = defineFollower({
  name: 'flows',
  types: ['call.ended', 'message.received'],
  async handle(ctx, tx, events) {
    const ended = events.flatMap((event) => (event.type === 'call.ended' ? (event.data.call.callSid ?? []) : []))
    const texts = events.flatMap((event) => (event.type === 'message.received' ? event.data.message : []))
    await endCalls(ctx, tx, ended)
    await takeTexts(ctx, tx, texts)
    return []
  },
})

/** By the unique index on ivr_executions.call_sid. */
async function endCalls(ctx: CoreContext, tx: Transaction, callSids: string[]) {
  if (callSids.length === 0) return
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'flows-of-ended-calls',
    text: `select id from ivr_executions where call_sid = any($1) and status = 'active'`,
    values: [callSids],
  })
  await ctx.jobs.enqueueAll(
    tx,
    'flow-hang-up',
    rows.map(({ id }) => ({ payload: { executionId: id }, key: `flow-hang-up:${id}` })),
  )
}

type Text = { id: string; from: string; to: string; keyword: string | null }

/** A text is the reply of a run that waits for it, else begins the flow of its number. By ivr_executions_waiting and the number's unique index. */
async function takeTexts(ctx: CoreContext, tx: Transaction, texts: readonly Text[]) {
  if (texts.length === 0) return
  const { rows } = await tx.client.query<{ message_id: string }>({
    name: 'texts-for-flows',
    text: `select message_id from unnest($1::uuid[], $2::text[], $3::text[]) as text (message_id, their_number, our_number)
           where exists (select from ivr_executions run where run.their_number = text.their_number and run.our_number = text.our_number
                           and run.status = 'active' and run.channel = 'message')
              or exists (select from twilio_phone_numbers number where number.phone_number = text.our_number
                           and number.answer->>'textFlowId' is not null)`,
    values: [texts.map(({ id }) => id), texts.map(({ from }) => from), texts.map(({ to }) => to)],
  })
  await ctx.jobs.enqueueAll(
    tx,
    'flow-text',
    rows.map((row) => ({ payload: { messageId: row.message_id }, key: `flow-text:${row.message_id}` })),
  )
}
