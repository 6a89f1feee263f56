import type pg from 'pg'
import { allSent, inBatchTransaction } from '@/lib/db/batch-pool'
import type { Clock } from '@/lib/utils/clock'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { writeInboundTexts } from './write-inbound-texts'
import { writeTextStatuses } from './write-text-statuses'
import type { TextReport } from './text-report'

/**
 * Writes what Twilio told us about texts, all of it or nothing: facts, rows, conversations, opt-outs, live events. The same report twice,
 * late or beside its neighbour leaves the same rows and tells the screens once.
 */
export async function recordTextBatch(
  { pool, clock }: { pool: pg.Pool; clock: Clock },
  reports: TextReport[],
): Promise<undefined[]> {
  const at = clock.now()
  await inBatchTransaction(pool, async (client) => {
    const [received, changed] = await allSent(
      writeInboundTexts(
        client,
        reports.filter((report) => report.kind === 'inbound'),
      ),
      writeTextStatuses(
        client,
        at,
        reports.filter((report) => report.kind === 'status'),
      ),
    )
    const events = [...received, ...changed]
    return { result: undefined, last: events.length === 0 ? undefined : (client) => broadcast(client, at, events) }
  })
  return reports.map(() => undefined)
}
