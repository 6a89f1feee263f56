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
  flowId: settings.flowId.default(null),
  textFlowId: settings.textFlowId.default(null),
  hours: settings.hours.default(null),
  closed: settings.closed.prefault({}),
  ring: settings.ring.default(null),
  lastRecruiterFirst: settings.lastRecruiterFirst.default(false),
  textBack: settings.textBack.default(null),
})
export type NumberAnswer = z.infer<typeof NumberAnswer>

export const OurNumber = z.object({
  id: z.uuid(),
  phoneNumber: z.string(),
  phoneNumberSid: z.string().nullable(),
  friendlyName: z.string(),
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() }),
  answer: NumberAnswer,
})
export type OurNumber = z.infer<typeof OurNumber>

export const UpdateNumberInput = z.strictObject({
  friendlyName: z.string().trim().min(1).max(64).optional(),
  /** What is not given stays as it is: no defaults here, which would overwrite what was set before. */
  answer: z.object(settings).partial().optional(),
})
export type UpdateNumberInput = z.infer<typeof UpdateNumberInput>
