import type { Context } from '@/lib/context'
import { ringRound } from '@/lib/services/ringing/ring-round'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { roundsOf } from '@/shared/calls/answer-plan'
import type { AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { isMachine } from './is-machine'
import { nextRound } from './next-round'
import { noticeOf } from './notice-of'
import type { RingStep } from './ring-step'

/** Somebody we called has answered: connect them, unless a machine did or nobody is there to connect. At any hour: we called. */
export async function answerOutbound(
  ctx: Context,
  call: CallReport,
  settings: AnswerSettings,
  step: RingStep,
): Promise<VoiceStep[]> {
  if (isMachine(call)) return [{ hangUp: true }]
  const rounds = roundsOf(settings)
  const next = await nextRound(ctx, rounds, { from: step.round, call })
  const isFirst = step.round === 0
  if (!next) {
    const sorry = isFirst
      ? 'Hello. Nobody is available to talk to you right now. We will call you again. Goodbye.'
      : 'We could not connect you. We will call you again. Goodbye.'
    return [{ say: sorry }, { hangUp: true }]
  }
  const ringing = await ringRound(ctx, call, settings, next.destinations, { ...step, round: next.index + 1 })
  if (!isFirst) return [ringing]
  return [{ say: 'Hello. Please hold while we connect you.' }, ...(await noticeOf(ctx, call, rounds)), ringing]
}
