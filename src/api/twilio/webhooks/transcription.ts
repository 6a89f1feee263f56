import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordFact } from '@/lib/services/recorder/record-fact'
import type { WebhookHandler } from './receive'

const word = z.string().min(1).max(64)

/** Real-time transcription and transcribeCallback come as a form, Conversational Intelligence as JSON with names of its own. */
const TranscriptionFact = z.union([
  z
    .object({ TranscriptionSid: word, TranscriptionEvent: word, SequenceId: word.default('') })
    .transform((fact) => `${fact.TranscriptionSid}:${fact.TranscriptionEvent}:${fact.SequenceId}`),
  z
    .object({ TranscriptionSid: word, TranscriptionStatus: word })
    .transform((fact) => `${fact.TranscriptionSid}:${fact.TranscriptionStatus}`),
  z.object({ transcript_sid: word, event_type: word }).transform((fact) => `${fact.transcript_sid}:${fact.event_type}`),
])

/** What became of a transcription: kept as a fact. */
export function transcription(installation: Installation): WebhookHandler {
  return async ({ parameters, raw }, c) => {
    const eventKey = TranscriptionFact.parse(parameters)
    await recordFact(installation, { eventKey, kind: 'transcription', raw })
    return c.body(null, 204)
  }
}
