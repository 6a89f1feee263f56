import type { Context } from '@/lib/context'
import type { AnswerSettings } from '@/lib/services/calls/answer-settings'
import type { CallReport } from '@/lib/services/calls/call-report'
import { dialRound } from '@/lib/services/calls/dial-round'
import type { RingStep } from '@/lib/services/calls/ring-step'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import type { Destination } from './destination'
import { ringTogether } from './ring-together'

/**
 * Rings a round; when nobody takes the call, the step `then` comes. Twilio itself rings one number, or several where picking up is taking.
 * Several of whom the first to press 1 has the call meet the caller in a room, and so does a browser, which may be loaded anew.
 */
export async function ringRound(
  ctx: Context,
  call: CallReport,
  settings: AnswerSettings,
  destinations: readonly Destination[],
  then: RingStep,
): Promise<VoiceStep> {
  const numbersOnly = destinations.every(({ to }) => to.startsWith('+'))
  const twilioCan = numbersOnly && (destinations.length === 1 || !settings.whisperNeedsKey)
  return twilioCan
    ? dialRound(ctx.config, call, settings, destinations, then)
    : ringTogether(ctx, call, settings, destinations, then)
}
