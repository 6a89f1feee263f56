import type { Installation } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { getRecordingRules } from './get-recording-rules'

/** What the other party in a room hears when somebody begins to record. */
export async function answerNotice(ctx: Pick<Installation, 'database'>): Promise<string> {
  const { onDemandNotice } = (await getRecordingRules(ctx)).rules
  return renderVoice(onDemandNotice === null ? [] : [{ say: onDemandNotice }])
}
