import type pg from 'pg'
import { allSent, inBatchTransaction } from '@/lib/db/batch-pool'
import type { Clock } from '@/lib/utils/clock'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { inboundTextEvents } from './inbound-text-events'
import type { TextReport } from './text-report'
import { insertTexts, keepInboundTexts } from './write-inbound-texts'
import { writeTextStatuses } from './write-text-statuses'

/**
 * Writes what Twilio told us about texts, all of it or nothing: facts, rows, conversations, opt-outs, live events. The same report twice,
 * late or beside its neighbour leaves the same rows and tells the screens once.
 */
export async function recordTextBatch(
  { pool, clock }: { pool: pg.Pool; clock: Clock },
  reports: TextReport[],
): Promise<undefined[]> {
  const at = clock.now()
  const inbound = reports.filter((report) => report.kind === 'inbound')
  const statuses = reports.filter((report) => report.kind === 'status')
  await inBatchTransaction(pool, async (client) => {
    const [kept, changed] = await allSent(
      inbound.length === 0 ? undefined : keepInboundTexts(client, inbound),
      writeTextStatuses(client, at, statuses),
    )
    if (!kept || kept.fresh.length === 0) return { result: undefined, last: announce(at, changed) }
    const { fresh, threads, senders } = kept
    const events = [...inboundTextEvents(fresh, threads, senders), ...changed]
    return {
      result: undefined,
      last: (client) => allSent(insertTexts(client, fresh, threads), broadcast(client, at, events)),
    }
  })
  return reports.map(() => undefined)
}

function announce(at: Date, events: NewLiveEvent[]) {
  return events.length === 0 ? undefined : (client: pg.PoolClient) => broadcast(client, at, events)
}
