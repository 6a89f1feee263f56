import type { Context } from '@/lib/context'
import { findPlace } from '@/lib/services/rooms/find-place'
import { joinStep } from '@/lib/services/rooms/join-step'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { answerCall } from './answer-call'
import { answerUnavailable } from './answer-unavailable'

/**
 * What is heard when Twilio could not use an address of ours, be it that we were down for a moment. Who is on the way into a room goes there, and a
 * caller of whom we never heard is answered as if they had just come; all others hear a polite sentence, so that no failure repeats itself.
 */
export async function answerFallback(ctx: Context, call: Parameters<typeof answerCall>[1]): Promise<string> {
  const place = await findPlace(ctx, call)
  if (place) return renderVoice([joinStep(ctx.config, place)])
  return call.direction === 'inbound' && !(await isKnown(ctx, call)) ? answerCall(ctx, call) : answerUnavailable
}

/** Their first request has been written down. By the primary key. */
async function isKnown({ database }: Pick<Context, 'database'>, { callSid }: { callSid: string }) {
  const { rowCount } = await database.pool.query({
    name: 'call-was-asked-about',
    text: 'select from twilio_webhook_facts where event_key = $1',
    values: [`${callSid}:voice`],
  })
  return rowCount === 1
}
