import { z } from 'zod'
import { PhoneNumber } from './phone-number'

const notice = z.string().trim().min(1, 'A notice must not be empty.').max(500)

/** Which calls a rule is about (null: any), whether they are recorded, and what the other party hears before anybody talks with them. */
export const RecordingRule = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['inbound', 'outbound']).nullable(),
  ourNumber: PhoneNumber.nullable(),
  flowId: z.uuid().nullable(),
  /** A person of ours who placed or took the call. */
  personId: z.string().min(1).max(200).nullable(),
  record: z.boolean(),
  /** null: nothing is said, and nobody is told. */
  notice: notice.nullable(),
})
export type RecordingRule = z.infer<typeof RecordingRule>

/** Rules in order: the first that fits decides; where none does, nothing is recorded by itself. */
export const RecordingRules = z.strictObject({
  rules: z.array(RecordingRule).max(50),
  /** What the other party hears when somebody starts a recording while they talk; null: nothing, and the person must confirm that they told them. */
  onDemandNotice: notice.nullable(),
  /** What they hear before a recording that was asked for beforehand: `record` of a call, a step of a flow; null: nothing, administrators say that none is needed. */
  requestedNotice: notice.nullable().default('This call may be recorded.'),
  /** Recordings and voicemails are deleted, here and at Twilio, so many days after they began; null: when somebody does. */
  keepDays: z.number().int().min(1, 'Keep recordings a day at least.').max(3650).nullable().default(null),
})
export type RecordingRules = z.infer<typeof RecordingRules>

/** `basedOn`: the version that was changed. */
export const SaveRecordingRulesInput = z.strictObject({ basedOn: z.number().int().min(0), rules: RecordingRules })
export type SaveRecordingRulesInput = z.infer<typeof SaveRecordingRulesInput>

/** Version 0: nobody has made rules yet, and nothing is recorded by itself. */
export const RecordingRulesAnswer = z.object({ version: z.number().int(), rules: RecordingRules })
export type RecordingRulesAnswer = z.infer<typeof RecordingRulesAnswer>
