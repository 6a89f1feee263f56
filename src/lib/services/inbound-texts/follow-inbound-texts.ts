import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { defineFollower, type EventOf } from '@/lib/services/followers/follower'
import { recordRefusals } from '@/lib/services/opt-outs/record-refusals'
import { settleRefusalsOf } from '@/lib/services/opt-outs/settle-refusals-of'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

type Followed = EventOf<'message.received' | 'opt_out.recorded'>

/**
 * What follows from texts that reach us, in this order: who asks to be left alone is noticed first, so that no rule answers them.
 */
export const followInboundTexts = defineFollower({
  name: 'inbound-texts',
  types: ['message.received', 'opt_out.recorded'],
  handle: (ctx, tx, events) => followRefusals(ctx, tx, events),
})

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
