import type { Context } from '@/lib/context'
import type { TwilioRecording } from '@/lib/twilio/port'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { UpstreamError } from '@/shared/errors'
import { findRunningRecording } from './find-running-recording'
import { noteRecording } from './note-recording'

export type RecordingStart = {
  callSid: string
  /** 'rule', or who wanted it as created_by has it. */
  startedBy: string
  ruleId: string | null
  notice: string | null
}

/**
 * Records a call's leg, both sides apart, until it is stopped or the leg ends: the one way in which calls are recorded, whether they talk by
 * <Dial>, in a conference or in a flow. A call is recorded once at a time: the recording that runs is given. Throws UpstreamError.
 */
export async function startRecording(ctx: Context, start: RecordingStart): Promise<{ recordingSid: string }> {
  const running = await findRunningRecording(ctx, start)
  if (running) return running
  const recording = await begin(ctx, start.callSid)
  await noteRecording(ctx, recording, start)
  return { recordingSid: recording.recordingSid }
}

/** No answer need not mean that nothing began: Twilio's own list knows, and is believed before anything is begun again. */
async function begin(ctx: Context, callSid: string): Promise<TwilioRecording> {
  try {
    return await ctx.twilio.startRecording(callSid, {
      statusCallback: webhookUrl(ctx.config, '/api/twilio/webhooks/recording'),
    })
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.outcome !== 'unknown') throw error
    const begun = (await ctx.twilio.listCallRecordings(callSid)).find(({ status }) => status === 'in-progress')
    if (!begun) throw error
    return begun
  }
}
