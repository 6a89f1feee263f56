import type { Config } from '@/config'
import { openBatchPool } from '@/lib/db/batch-pool'
import { classifyDatabaseError } from '@/lib/db/classify-database-error'
import { createWriteBatcher, type WriteBatcher } from '@/lib/db/write-batcher'
import { recordVoiceBatch } from '@/lib/services/calls/record-voice-batch'
import type { VoiceRecorded, VoiceReport } from '@/lib/services/calls/voice-report'
import { recordTextBatch } from '@/lib/services/messages/record-text-batch'
import type { TextReport } from '@/lib/services/messages/text-report'
import type { Clock } from '@/lib/utils/clock'

/** Where webhooks are written down before they are answered. Two lanes: a flood of texts does not keep a caller waiting. */
export type Recorder = {
  texts: WriteBatcher<TextReport, undefined>
  voice: WriteBatcher<VoiceReport, VoiceRecorded>
  stop(): Promise<void>
}

/** While one batch commits the next is written: with one alone, we and the database would take turns idling. */
const textBatchesInFlight = 2

/** Some four batches: what waits longer is better shed, and brought again by Twilio. */
const mostTextsWaiting = 2_000
const mostCallsWaiting = 1_000

export function createRecorder({ config, clock }: { config: Pick<Config, 'databaseUrl'>; clock: Clock }): Recorder {
  const pool = openBatchPool({ connectionString: config.databaseUrl, maximum: textBatchesInFlight + 1 })
  const texts = createWriteBatcher({
    write: (reports: TextReport[]) => recordTextBatch({ pool, clock }, reports),
    classify: classifyDatabaseError,
    maximumInFlight: textBatchesInFlight,
    maximumWaiting: mostTextsWaiting,
  })
  const voice = createWriteBatcher({
    write: (reports: VoiceReport[]) => recordVoiceBatch({ pool, clock }, reports),
    classify: classifyDatabaseError,
    maximumWaiting: mostCallsWaiting,
  })
  return {
    texts,
    voice,
    async stop() {
      await Promise.all([texts.stop(), voice.stop()])
      await pool.end()
    },
  }
}
