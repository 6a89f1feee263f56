import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordFact } from '@/lib/services/recorder/record-fact'
import type { WebhookHandler } from './receive'

const word = z.string().min(1).max(64)

const ConferenceFact = z.object({
  ConferenceSid: word,
  StatusCallbackEvent: word,
  SequenceNumber: word.default(''),
  CallSid: z.string().max(64).default(''),
})

/** What happened in a conference: kept as a fact. */
export function conference(installation: Installation): WebhookHandler {
  return async ({ parameters, raw }, c) => {
    const fact = ConferenceFact.parse(parameters)
    const eventKey = [fact.ConferenceSid, fact.StatusCallbackEvent, fact.SequenceNumber, fact.CallSid].join(':')
    await recordFact(installation, { eventKey, kind: 'conference', raw })
    return c.body(null, 204)
  }
}
