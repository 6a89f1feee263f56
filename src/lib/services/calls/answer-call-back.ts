import type { Context } from '@/lib/context'
import { requestCallBack } from '@/lib/services/call-backs/request-call-back'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { answerSettings } from './answer-settings'
import type { CallReport } from './call-report'
import { isNumber, ourNumberOf } from './our-number-of'
import { recordVoice } from './record-voice'
import { voicemail } from './voicemail'

/** A caller who reached nobody has pressed a key: 1 asks to be called back, any other leaves a message. */
export async function answerCallBack(ctx: Context, call: CallReport & { key: string; raw: string }): Promise<string> {
  const { raw, key, ...report } = call
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:call-back`,
    kind: 'voice',
    raw,
    call: report,
    answeringNumber: ourNumberOf(report),
  })
  const settings = { ...answerSettings(ctx.config, answer), callBack: false }
  if (key !== '1') return renderVoice(await voicemail(ctx, settings))
  if (!isNumber(report.from))
    return renderVoice([{ say: 'We cannot see your number.' }, ...(await voicemail(ctx, settings))])
  await requestCallBack(ctx, {
    id: uuidV7(ctx.clock.now()),
    theirNumber: report.from,
    ourNumber: report.to,
    callSid: report.callSid,
    wish: null,
  })
  return renderVoice([{ say: 'Thank you. We will call you back. Goodbye.' }, { hangUp: true }])
}
