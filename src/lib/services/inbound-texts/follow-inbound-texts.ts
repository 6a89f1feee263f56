import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { defineFollower, type EventOf } from '@/lib/services/followers/follower'
import { answerKeywords } from '@/lib/services/keywords/answer-keywords'
import { recordRefusals } from '@/lib/services/opt-outs/record-refusals'
import { settleRefusalsOf } from '@/lib/services/opt-outs/settle-refusals-of'
import { offerTexts } from '@/lib/services/suggestions/offer-texts'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

type Followed = EventOf<'message.received' | 'opt_out.recorded'>

/**
 * What follows from texts that reach us, in this order: who asks to be left alone is noticed first, so that no rule answers them.
 */
export const followInboundTexts = defineFollower({
  name: 'inbound-texts',
  types: ['message.received', 'opt_out.recorded'],
  async handle(ctx, tx, events) {
    const present = await readPresent(tx, events)
    const kept = events.filter((event) => event.type === 'opt_out.recorded' || present.has(event.data.message.id))
    const texts = kept.flatMap((event) => (event.type === 'message.received' ? [event.data.message] : []))
    return [
      ...(await followRefusals(ctx, tx, kept)),
      ...(await answerKeywords(ctx, tx, texts)),
      ...(await offerTexts(ctx, tx, texts)),
    ]
  },
})

/** The texts that nobody has deleted since; they cannot be until the commit. */
async function readPresent(tx: Transaction, events: readonly Followed[]): Promise<Set<string>> {
  const ids = events.flatMap((event) => (event.type === 'message.received' ? [event.data.message.id] : []))
  if (ids.length === 0) return new Set()
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'present-texts',
    text: 'select id from twilio_messages where id = any($1) for key share',
    values: [ids],
  })
  return new Set(rows.map((row) => row.id))
}

/** All at once; event by event only for those whose entry in the ledger and whose own words may come in either order. */
async function followRefusals(ctx: CoreContext, tx: Transaction, events: readonly Followed[]): Promise<NewLiveEvent[]> {
  const inLedger = new Set(
    events.flatMap((event) => (event.type === 'opt_out.recorded' ? [event.data.phoneNumber] : [])),
  )
  const texts = events.flatMap((event) => (event.type === 'message.received' ? [event.data.message] : []))
  const news = await recordRefusals(
    tx,
    texts.filter((text) => !inLedger.has(text.from)),
  )
  for (const event of inLedger.size === 0 ? [] : events) {
    if (event.type === 'opt_out.recorded') news.push(...(await settleRefusalsOf(ctx, tx, [event.data])))
    else if (inLedger.has(event.data.message.from)) news.push(...(await recordRefusals(tx, [event.data.message])))
  }
  return news
}
