import type { Context } from '@/lib/context'
import type { TwilioRecording } from '@/lib/twilio/port'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { ConflictError, UpstreamError } from '@/shared/errors'
import { claimRecording, releaseRecording } from './claim-recording'
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
 * <Dial>, in a conference or in a flow. A call is recorded once at a time: nothing is begun while a recording runs. `tell` comes right before.
 * Throws ConflictError while somebody else starts one, UpstreamError.
 */
export async function startRecording(ctx: Context, start: RecordingStart, tell?: () => Promise<void>): Promise<void> {
  const claim = await claimRecording(ctx, start)
  if (!claim) throw new ConflictError('Somebody is starting a recording of this call right now.')
  try {
    if (!(await findRunningRecording(ctx, { callSids: [start.callSid] }))) {
      const begun = claim.lapsed ? await findAtTwilio(ctx, start.callSid) : undefined
      if (!begun) await tell?.()
      await noteRecording(ctx, begun ?? (await begin(ctx, start.callSid)), start)
    }
  } catch (error) {
    // What may have begun is looked for before anything is begun again.
    if (!(error instanceof UpstreamError) || error.outcome !== 'unknown') await releaseRecording(ctx, start)
    throw error
  }
  await releaseRecording(ctx, start)
}

/** No answer need not mean that nothing began: Twilio's own list knows, and is believed. */
async function begin(ctx: Context, callSid: string): Promise<TwilioRecording> {
  try {
    const statusCallback = webhookUrl(ctx.config, '/api/twilio/webhooks/recording')
    return await ctx.twilio.startRecording(callSid, { statusCallback })
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.outcome !== 'unknown') throw error
    const begun = await findAtTwilio(ctx, callSid)
    if (!begun) throw error
    return begun
  }
}

async function findAtTwilio(ctx: Context, callSid: string): Promise<TwilioRecording | undefined> {
  const recordings = await ctx.twilio.listCallRecordings(callSid)
  return recordings.find(({ status, source }) => status === 'in-progress' && source !== 'RecordVerb')
}
