import type { Installation } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { getRecordingRules } from './get-recording-rules'

/** What the other party in a room hears when a recording begins: the sentence of the rule, or the one for recordings by hand. */
export async function answerNotice(
  ctx: Pick<Installation, 'database'>,
  { ruleId }: { ruleId: string | undefined },
): Promise<string> {
  const { rules, onDemandNotice } = (await getRecordingRules(ctx)).rules
  const notice = ruleId === undefined ? onDemandNotice : rules.find(({ id }) => id === ruleId)?.notice
  return renderVoice(notice ? [{ say: notice }] : [])
}
