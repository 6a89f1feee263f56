import type { Context } from '@/lib/context'
import { findPersonOfPhone } from '@/lib/services/people/find-person-of-phone'
import { ConflictError } from '@/shared/errors'
import { recordingRuleFor } from '@/shared/recordings/recording-rule-for'
import { findRecordedCall } from './find-recorded-call'
import { getRecordingRules } from './get-recording-rules'
import { hasBeenRecorded } from './has-been-recorded'
import { startRecording } from './start-recording'

/** Records a call that one of ours has begun to talk on, when the first rule that fits wants it. Who was to be told and was not is not recorded. */
export async function recordByRule(
  ctx: Context,
  { callSid, takenBy }: { callSid: string; takenBy: string },
): Promise<void> {
  const { rules } = await getRecordingRules(ctx)
  const call = await findRecordedCall(ctx, { callSid })
  // What somebody has stopped does not begin again when a colleague joins.
  if (!call || call.isOver || (await hasBeenRecorded(ctx, { callSid }))) return
  const taker = await findPersonOfPhone(ctx, takenBy)
  const people = taker === null ? call.people : [...call.people, taker]
  const rule = recordingRuleFor(rules.rules, { ...call, people })
  if (!rule?.record) return
  if (rule.notice !== null && call.notice === null) {
    ctx.log.warn({ callSid, ruleId: rule.id }, 'a call is not recorded: its party did not hear the notice')
    return
  }
  const start = { callSid, startedBy: 'rule', ruleId: rule.id, notice: call.notice }
  await startRecording(ctx, start).catch((error: unknown) => {
    // Somebody starts it by hand at this moment.
    if (!(error instanceof ConflictError)) throw error
  })
}
