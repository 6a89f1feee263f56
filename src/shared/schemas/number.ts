import { z } from 'zod'
import { ZonedBusinessHours } from './business-hours'
import { ClosedAnswer } from './closed-answer'
import { PhoneNumber } from './phone-number'
import { RingPlan } from './ring-plan'

const settings = {
  /** Spoken first. */
  greeting: z.string().trim().min(1).max(1000),
  /** Whom to ring; null: straight to voicemail. Default: TWILIO_DEFAULT_TRANSFER_NUMBER. */
  transferTo: PhoneNumber.nullable().optional(),
  /** Said to the person who picks up, before the caller is bridged. */
  whisper: z.string().trim().min(1).max(500),
  /** Whoever picks up presses 1 to be connected, so that no voicemail of theirs takes the call. */
  whisperNeedsKey: z.boolean(),
  ringSeconds: z.number().int().min(5).max(120),
  voicemailGreeting: z.string().trim().min(1).max(1000),
  /** A sound in place of these words, of the greetings for callers; null: the words, which are also heard when it is gone. */
  voicemailGreetingId: z.uuid().nullable(),
  /** Callers who reach nobody may press 1 to be called back, in place of a message. */
  callBack: z.boolean(),
  /** The published flow that answers calls, and the one that answers texts; null: none does. */
  flowId: z.uuid().nullable(),
  textFlowId: z.uuid().nullable(),
  /** When callers are put through; null: always. */
  hours: ZonedBusinessHours.nullable(),
  closed: ClosedAnswer,
  /** Several to ring; null: `transferTo` alone. */
  ring: RingPlan.nullable(),
  /** First whoever of us last wrote to or called the caller, or whom the conversation is assigned to. */
  lastRecruiterFirst: z.boolean(),
  /** A text to callers who reached nobody, with the variables of templates; null: none. */
  textBack: z.string().trim().min(1).max(1600).nullable(),
}

/** How a call to one of our numbers is answered. */
export const NumberAnswer = z.object({
  ...settings,
  greeting: settings.greeting.default('Thank you for calling. Please hold while we connect you.'),
  whisper: settings.whisper.default('A call for you.'),
  whisperNeedsKey: settings.whisperNeedsKey.default(true),
  ringSeconds: settings.ringSeconds.default(20),
  voicemailGreeting: settings.voicemailGreeting.default(
    'Nobody can take your call right now. Please leave a message after the tone.',
  ),
  voicemailGreetingId: settings.voicemailGreetingId.default(null),
  callBack: settings.callBack.default(false),
  flowId: settings.flowId.default(null),
  textFlowId: settings.textFlowId.default(null),
  hours: settings.hours.default(null),
  closed: settings.closed.prefault({}),
  ring: settings.ring.default(null),
  lastRecruiterFirst: settings.lastRecruiterFirst.default(false),
  textBack: settings.textBack.default(null),
})
export type NumberAnswer = z.infer<typeof NumberAnswer>

/** A setting of the number at Twilio that is not what we need. 'retries': it points here, but Twilio would not ask again when we are slow. 'absent': not in the account any more. */
export const NumberProblem = z.object({
  setting: z.enum([
    'voice',
    'voice_fallback',
    'status',
    'texts',
    'texts_fallback',
    'voice_application',
    'texts_application',
    'trunk',
    'messaging_service',
    'account',
  ]),
  kind: z.enum(['elsewhere', 'retries', 'overridden', 'absent']),
  /** What stands there now; empty: nothing. */
  found: z.string(),
  wanted: z.string(),
})
export type NumberProblem = z.infer<typeof NumberProblem>

export const OurNumber = z.object({
  id: z.uuid(),
  phoneNumber: z.string(),
  phoneNumberSid: z.string().nullable(),
  friendlyName: z.string(),
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() }),
  answer: NumberAnswer,
  /** When its settings at Twilio were last compared with what we need; null: never. */
  checkedAt: z.iso.datetime().nullable(),
  problems: z.array(NumberProblem),
})
export type OurNumber = z.infer<typeof OurNumber>

/** What would stop working without a number, each in words. */
export const NumberUses = z.object({ items: z.array(z.string()) })
export type NumberUses = z.infer<typeof NumberUses>

export const UpdateNumberInput = z.strictObject({
  friendlyName: z.string().trim().min(1).max(64).optional(),
  /** What is not given stays as it is: no defaults here, which would overwrite what was set before. */
  answer: z.object(settings).partial().optional(),
})
export type UpdateNumberInput = z.infer<typeof UpdateNumberInput>

/** Who builds flows may say which numbers they answer; the rest of a number is for administrators. */
export function permissionToUpdate({ friendlyName, answer = {} }: UpdateNumberInput) {
  const isAssignment =
    friendlyName === undefined && Object.keys(answer).every((name) => name === 'flowId' || name === 'textFlowId')
  return isAssignment ? 'numbers.assign' : 'numbers.write'
}

export const numberTypes = ['local', 'mobile', 'tollFree'] as const

export const AvailableNumbersQuery = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Name a country by its two capital letters, such as US.')
    .default('US'),
  type: z.enum(numberTypes).default('local'),
  areaCode: z.coerce.number().int().min(200).max(999).optional(),
  /** Digits, letters of the keypad, and * for any digit. */
  contains: z
    .string()
    .regex(/^[0-9A-Za-z*]{2,16}$/, 'Digits, letters and * only, at least two.')
    .optional(),
})
export type AvailableNumbersQuery = z.infer<typeof AvailableNumbersQuery>

/** A number that Twilio sells. The price is Twilio's list price a month. */
export const AvailableNumber = z.object({
  phoneNumber: z.string(),
  place: z.string().nullable(),
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() }),
  monthlyPrice: z.number().nullable(),
  currency: z.string().nullable(),
})
export type AvailableNumber = z.infer<typeof AvailableNumber>

export const BuyNumberInput = z.strictObject({ phoneNumber: PhoneNumber })
/** `confirm`: the number itself. `force`: also while something still uses it. */
export const ReleaseNumberQuery = z.strictObject({ confirm: z.string(), force: z.stringbool().default(false) })
