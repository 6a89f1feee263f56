import type { CoreContext } from '@/lib/context'
import { takeNotice } from '@/lib/services/recordings/take-notice'
import type { VoiceStep } from '@/lib/twilio/twiml/render-voice'
import type { Round } from '@/shared/calls/answer-plan'

/** What the other party hears about recording before anybody of these rounds is rung for them; said once, before the first. */
export async function noticeOf(
  ctx: Pick<CoreContext, 'database' | 'log'>,
  { callSid }: { callSid: string },
  rounds: readonly Round[],
): Promise<VoiceStep[]> {
  const legs = rounds.flat().map((target) => ('personId' in target ? `client:${target.personId}` : target.phoneNumber))
  const notice = await takeNotice(ctx, { callSid, legs })
  return notice === null ? [] : [{ say: notice }]
}
