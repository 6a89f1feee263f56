import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordConferenceEvent } from '@/lib/services/rooms/record-conference-event'
import { contextOf } from './context-of'
import type { WebhookHandler } from './receive'

const word = z.string().min(1).max(64)
const Yes = z.stringbool().nullable().catch(null)

const ConferenceFact = z.object({
  ConferenceSid: word,
  StatusCallbackEvent: word,
  FriendlyName: z.uuid().nullable().catch(null),
  SequenceNumber: z.coerce.number().int().min(0).catch(0),
  CallSid: z.string().max(64).optional(),
  ParticipantLabel: z.uuid().nullable().catch(null),
  Muted: Yes,
  Hold: Yes,
  Coaching: Yes,
  Timestamp: z.coerce.date().optional().catch(undefined),
})

/** What happened in a conference. */
export function conference(installation: Installation): WebhookHandler {
  return async ({ parameters, raw }, c) => {
    const fact = ConferenceFact.parse(parameters)
    const sequence = parameters.SequenceNumber ?? ''
    const ctx = contextOf(installation)
    await recordConferenceEvent(ctx, {
      eventKey: [fact.ConferenceSid, fact.StatusCallbackEvent, sequence, fact.CallSid ?? ''].join(':'),
      raw,
      conferenceSid: fact.ConferenceSid,
      roomId: fact.FriendlyName,
      event: fact.StatusCallbackEvent,
      sequence: fact.SequenceNumber,
      participantId: fact.ParticipantLabel,
      callSid: fact.CallSid || null,
      muted: fact.Muted,
      hold: fact.Hold,
      coaching: fact.Coaching,
      at: fact.Timestamp ?? ctx.clock.now(),
    })
    return c.body(null, 204)
  }
}
