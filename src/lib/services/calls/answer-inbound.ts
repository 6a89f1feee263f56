import type { Context } from '@/lib/context'
import { startCallFlow } from '@/lib/services/ivr/start-call-flow'
import { ringRound } from '@/lib/services/ringing/ring-round'
import { renderVoice, type VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { planAnswer, withoutFlow } from '@/shared/calls/answer-plan'
import type { AnswerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { nextRound } from './next-round'
import { noticeOf } from './notice-of'
import type { RingStep } from './ring-step'
import { voicemail } from './voicemail'

/** What a caller hears at this step of the number's plan: who is rung next, or what comes when nobody is left. */
export async function answerInbound(
  ctx: Context,
  call: CallReport & { parameters: Readonly<Record<string, string>> },
  settings: AnswerSettings,
  step: RingStep,
): Promise<string> {
  const plan = planAnswer(settings, step)
  const next = await nextRound(ctx, plan.rounds, { from: step.round, call })
  // Nobody is asked to hold when there is nobody to ring.
  const greets = step.round === 0 && plan.greeting !== null && (next !== null || plan.hours !== 'open')
  const greeting: VoiceStep[] = greets && plan.greeting !== null ? [{ say: plan.greeting }] : []
  if (next) {
    const { index, destinations } = next
    const notice = step.round === 0 ? await noticeOf(ctx, call, plan.rounds) : []
    return renderVoice([
      ...greeting,
      ...notice,
      await ringRound(ctx, call, settings, destinations, { ...step, round: index + 1 }),
    ])
  }
  if (plan.last.kind === 'flow') {
    const { flowId } = plan.last
    const document = await startCallFlow(ctx, { flowId, call, parameters: call.parameters })
    if (document !== null) return document
    ctx.log.warn({ flowId }, 'a call is answered by a flow that is not published')
    return answerInbound(ctx, call, withoutFlow(settings), step)
  }
  return renderVoice([
    ...greeting,
    ...(plan.last.kind === 'goodbye' ? [{ hangUp: true as const }] : await voicemail(ctx, settings)),
  ])
}
