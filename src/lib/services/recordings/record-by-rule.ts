import type { Context } from '@/lib/context'
import { findPersonOfPhone } from '@/lib/services/people/find-person-of-phone'
import { recordingRuleFor } from '@/shared/recordings/recording-rule-for'
import { ConflictError } from '@/shared/errors'
import { findRecordedCall } from './find-recorded-call'
import { getRecordingRules } from './get-recording-rules'
import { hasBeenRecorded } from './has-been-recorded'
import { noteNotice } from './note-notice'
import { startRecording } from './start-recording'
import { tellerIn } from './teller-in'

/**
 * Records a call that one of ours has begun to talk on, when the first rule that fits wants it. Who has not heard its sentence hears it now where the
 * call has a room, and is not recorded where it has none.
 */
export async function recordByRule(
  ctx: Context,
  { callSid, takenBy, roomId }: { callSid: string; takenBy: string; roomId: string | null },
): Promise<void> {
  const { rules } = await getRecordingRules(ctx)
  const call = await findRecordedCall(ctx, { callSid })
  // One that whoever placed it wants recorded is, by itself. What somebody has stopped does not begin again when a colleague joins.
  if (!call || call.isOver || call.isRequested || (await hasBeenRecorded(ctx, { callSid }))) return
  const taker = await findPersonOfPhone(ctx, takenBy)
  const people = taker === null ? call.people : [...call.people, taker]
  const rule = recordingRuleFor(rules.rules, { ...call, people })
  if (!rule?.record) return
  const isTold = rule.notice === null || call.notice !== null
  const tell = isTold || roomId === null ? null : await tellerIn(ctx, { roomId, callSid, ruleId: rule.id })
  if (!isTold && tell === null) {
    ctx.log.warn({ callSid, ruleId: rule.id }, 'a call is not recorded: its party did not hear the notice')
    return
  }
  const notice = call.notice ?? rule.notice
  try {
    await startRecording(ctx, { callSid, startedBy: 'rule', ruleId: rule.id, notice }, tell ?? undefined)
  } catch (error) {
    // Somebody starts it by hand at this moment.
    if (error instanceof ConflictError) return
    throw error
  }
  if (tell) await noteNotice(ctx, { callSid, notice })
}
