import type pg from 'pg'
import { allSent, inBatchTransaction } from '@/lib/db/batch-pool'
import { changeRecordings, readRecordings, upsertRecordings } from '@/lib/services/recordings/write-recordings'
import type { Clock } from '@/lib/utils/clock'
import { storable } from '@/lib/utils/storable'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { VoiceRecorded, VoiceReport } from './voice-report'
import { changeCalls, readCalls, upsertCalls } from './write-calls'
import { lockKeys } from '@/lib/db/lock-keys'

/** Writes what Twilio told us about calls and recordings, all of it or nothing, and gives each report what its answer needs. */
export async function recordVoiceBatch(
  { pool, clock }: { pool: pg.Pool; clock: Clock },
  reports: VoiceReport[],
): Promise<VoiceRecorded[]> {
  const at = clock.now()
  return inBatchTransaction(pool, async (client) => {
    // Sent together, answered in this order: under the lock, facts first, then what the rows are now.
    const [, [knownCalls, [knownRecordings, numbers]]] = await allSent(
      lockAndKeepFacts(client, reports),
      allSent(readCalls(client, reports), allSent(readRecordings(client, reports), readNumbers(client, reports))),
    )
    const calls = changeCalls(reports, knownCalls)
    const recordings = changeRecordings(reports, knownRecordings)
    return {
      result: reports.map((report) => ({
        answer: report.answeringNumber === undefined ? null : (numbers.get(report.answeringNumber) ?? null),
        callerName: knownCalls.names.get(report.call?.from ?? '') ?? null,
      })),
      last: (client) =>
        allSent(
          allSent(upsertCalls(client, at, calls.changed), upsertRecordings(client, at, recordings.changed)),
          broadcast(client, at, [...calls.events, ...recordings.events]),
        ),
    }
  })
}

async function lockAndKeepFacts(client: pg.ClientBase, reports: VoiceReport[]) {
  await allSent(
    client.query({ name: 'voice-lock', text: 'select pg_advisory_xact_lock($1)', values: [lockKeys.voice] }),
    client.query({
      name: 'keep-facts',
      text: `insert into twilio_webhook_facts (event_key, kind, raw, received_at)
             select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) order by 1
             on conflict do nothing`,
      values: [
        reports.map((report) => report.eventKey),
        reports.map((report) => report.kind),
        reports.map((report) => storable(report.raw)),
        reports.map((report) => report.receivedAt.toISOString()),
      ],
    }),
  )
}

/** How calls to our numbers are answered; by the unique index on twilio_phone_numbers.phone_number. */
async function readNumbers(client: pg.ClientBase, reports: VoiceReport[]): Promise<Map<string, unknown>> {
  const asked = [...new Set(reports.flatMap((report) => report.answeringNumber ?? []))]
  if (asked.length === 0) return new Map()
  const { rows } = await client.query<{ phone_number: string; answer: unknown }>({
    name: 'read-answering-numbers',
    text: 'select phone_number, answer from twilio_phone_numbers where phone_number = any($1)',
    values: [asked],
  })
  return new Map(rows.map((row) => [row.phone_number, row.answer]))
}
