import { z } from 'zod'
import { callStatusRank, type CallStatus } from '@/shared/calls/call-status-rank'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

const statuses = Object.keys(callStatusRank).filter((status): status is CallStatus => status in callStatusRank)

export const CallStatusSchema = z.enum(statuses)

/** One call as every list, answer and live event shows it. Times are ISO 8601. */
export const Call = z.object({
  id: z.uuid(),
  callSid: z.string().nullable(),
  parentCallSid: z.string().nullable(),
  direction: z.enum(['inbound', 'outbound']),
  status: CallStatusSchema,
  from: z.string(),
  to: z.string(),
  contactName: z.string().nullable(),
  answeredBy: z.string().nullable(),
  errorCode: z.number().nullable(),
  /** Twilio's error as a sentence a recruiter understands. */
  errorMessage: z.string().nullable(),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().int().nullable(),
  /** The conference that anchors it, once EVA had to hold on to it. */
  roomId: z.uuid().nullable(),
  /** The other party hears music. */
  held: z.boolean(),
  /** Our person is not heard. */
  muted: z.boolean(),
  /** With whom our person talks while the other party waits: a name or a number. */
  consulting: z.string().nullable(),
  recording: z.enum(['off', 'on', 'paused']),
  disposition: z.string().nullable(),
  notes: z.string().nullable(),
  /** Who of ours is, or was, on it. */
  handledBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The call that this one tries again. */
  retryOf: z.uuid().nullable(),
  /** Of a call to us that none of ours took: they left a message, or reached nobody. */
  missed: z.enum(['voicemail', 'nobody']).nullable(),
})
export type Call = z.infer<typeof Call>

export const CreateCallInput = z
  .strictObject({
    to: PhoneNumber,
    from: PhoneNumber.optional(),
    /** TwiML address asked when the call is answered; default: our own voice webhook. */
    url: z.url().optional(),
    /** The published flow that talks to them, in place of `url`. */
    flowId: z.uuid().optional(),
    /** A phone of ours that is rung first; whoever presses 1 on it is connected with `to`. */
    ringFirst: PhoneNumber.optional(),
    /** Recorded from the notice on that whom we called hears first (Settings, Recording). */
    record: z.boolean().optional(),
    /** Placed again by the policy when it is busy, fails or nobody answers. */
    retry: z.boolean().optional(),
    machineDetection: z.enum(['Enable', 'DetectMessageEnd']).optional(),
    /** When a machine answers, this greeting is left after its tone. */
    whenMachine: z.strictObject({ drop: z.uuid() }).optional(),
  })
  .refine((input) => input.flowId === undefined || input.url === undefined, {
    message: 'Give a flow or an address, not both.',
    path: ['flowId'],
  })
  .refine((input) => input.ringFirst === undefined || (input.flowId === undefined && input.url === undefined), {
    message: 'Whose phone rings first talks with them: give no flow and no address then.',
    path: ['ringFirst'],
  })
  .refine((input) => input.whenMachine === undefined || (input.ringFirst === undefined && input.url === undefined), {
    message: 'A greeting is left only in calls that EVA answers itself.',
    path: ['whenMachine'],
  })
  .refine((input) => input.ringFirst === undefined || input.record !== true, {
    message: 'A call for which your own phone rings first is recorded by a rule, or while you talk.',
    path: ['record'],
  })
  .refine((input) => input.ringFirst !== input.to, { message: 'These are the same phone.', path: ['ringFirst'] })
export type CreateCallInput = z.infer<typeof CreateCallInput>

/** One thing at a time. */
export const UpdateCallInput = z.union([
  /** What came of it, in a few words, and notes; null takes them away. */
  z
    .strictObject({
      disposition: z.string().trim().min(1).max(80).nullable().optional(),
      notes: z.string().trim().max(4000).nullable().optional(),
    })
    .refine((change) => change.disposition !== undefined || change.notes !== undefined, 'Say what is to be changed.'),
  z.strictObject({ status: z.literal('completed') }),
  z.strictObject({ transferTo: PhoneNumber }),
  /** The other party hears music. */
  z.strictObject({ hold: z.boolean() }),
  /** Our person is not heard. */
  z.strictObject({ muted: z.boolean() }),
  /** Keys pressed for our person; w waits half a second. */
  z.strictObject({ digits: z.string().regex(/^[0-9*#wW]{1,32}$/, 'Keys are 0 to 9, * and #; w waits half a second.') }),
])
export type UpdateCallInput = z.infer<typeof UpdateCallInput>

export const ListCallsQuery = PageQuery.extend({
  status: CallStatusSchema.optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  active: z.stringbool().optional(),
  /** true: calls to us that reached none of ours, by Twilio's status or by what became of them. */
  missed: z.stringbool().optional(),
  /** false: whole calls only, without the legs that are seen in their timelines. */
  legs: z.stringbool().optional(),
  /** Either party, E.164. */
  phoneNumber: PhoneNumber.optional(),
})
export type ListCallsQuery = z.infer<typeof ListCallsQuery>

/** One line of a call's timeline: what was reported, newest last; child legs included. */
export const CallTimelineEntry = z.object({
  at: z.iso.datetime(),
  callSid: z.string(),
  kind: z.enum(['requested', 'status', 'action', 'recording', 'leg', 'missed', 'retry']),
  text: z.string(),
})
export type CallTimelineEntry = z.infer<typeof CallTimelineEntry>

/** Whom to talk with before the other party is handed over. */
export const ConsultInput = z.strictObject({ to: PhoneNumber })
