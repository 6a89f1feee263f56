import type { Context } from 'hono'
import { z } from 'zod'
import type { WebhookEnv } from '@/api/middleware/twilio-signature'
import type { Installation } from '@/lib/context'
import { recordFact } from '@/lib/services/recorder/record-fact'

const word = z.string().min(1).max(64)

const ConferenceFact = z.object({
  ConferenceSid: word,
  StatusCallbackEvent: word,
  SequenceNumber: word.default(''),
  CallSid: z.string().max(64).default(''),
})

/** What happened in a conference: kept as a fact. */
export function conference(installation: Installation) {
  return async function conference(c: Context<WebhookEnv>) {
    const { parameters, raw } = c.get('webhook')
    const fact = ConferenceFact.parse(parameters)
    const eventKey = [fact.ConferenceSid, fact.StatusCallbackEvent, fact.SequenceNumber, fact.CallSid].join(':')
    await recordFact(installation, { eventKey, kind: 'conference', raw })
    return c.body(null, 204)
  }
}
