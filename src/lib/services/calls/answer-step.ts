import type { Context } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { answerInbound } from './answer-inbound'
import { answerOutbound } from './answer-outbound'
import type { AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import type { RingStep } from './ring-step'

/** What the other party hears after a round in which nobody took the call. */
export async function answerStep(
  ctx: Context,
  call: CallReport & { parameters: Readonly<Record<string, string>> },
  settings: AnswerSettings,
  step: RingStep,
): Promise<string> {
  if (call.direction === 'inbound') return answerInbound(ctx, call, settings, step)
  // That a machine answered was asked when they picked up.
  return renderVoice(await answerOutbound(ctx, { ...call, answeredBy: null }, settings, step))
}
