import type { Context } from '@/lib/context'
import { findPlace } from '@/lib/services/rooms/find-place'
import { joinStep } from '@/lib/services/rooms/join-step'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { answerSettings } from './answer-settings'
import { answerStep } from './answer-step'
import type { CallReport } from './call-report'
import { ourNumberOf } from './our-number-of'
import { recordVoice } from './record-voice'
import type { RingStep } from './ring-step'
import { voicemail } from './voicemail'

type Dialed = CallReport & {
  dialStatus: string
  bridged: boolean
  /** Null: this was not a round of a number's plan, such as a transfer. */
  step: RingStep | null
  parameters: Readonly<Record<string, string>>
  raw: string
}

/** What is heard after we rang somebody for the other party: goodbye when they talked, else whoever is to be rung next, else what comes last. */
export async function answerDialed(ctx: Context, call: Dialed): Promise<string> {
  const { raw, dialStatus, bridged, step, parameters, ...report } = call
  const { answer } = await recordVoice(ctx, {
    eventKey: step === null ? `${report.callSid}:dialed` : `${report.callSid}:dialed:${step.round}`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumberOf(report),
  })
  const place = await findPlace(ctx, report)
  if (place) return renderVoice([joinStep(ctx.config, place)])
  // A leg that was picked up and not taken is 'completed' too, but nobody talked.
  if (bridged && (dialStatus === 'completed' || dialStatus === 'answered'))
    return renderVoice([{ say: 'Thank you. Goodbye.' }, { hangUp: true }])
  if (dialStatus === 'canceled') return renderVoice([{ hangUp: true }])
  const settings = answerSettings(ctx.config, answer)
  if (step !== null) return answerStep(ctx, { ...report, parameters }, settings, step)
  if (report.direction === 'inbound') return renderVoice(await voicemail(ctx, settings))
  return renderVoice([{ say: 'We could not connect you. We will call you again. Goodbye.' }, { hangUp: true }])
}
