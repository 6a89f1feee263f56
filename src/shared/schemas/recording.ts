import { z } from 'zod'
import { recordingStatusRank, type RecordingStatus } from '@/shared/recordings/recording-status-rank'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

const statuses = Object.keys(recordingStatusRank).filter((status): status is RecordingStatus =>
  Object.hasOwn(recordingStatusRank, status),
)
export const RecordingStatusSchema = z.enum(statuses)

export const RecordingSid = z.string().regex(/^RE[0-9a-f]{32}$/, 'A recording SID is RE and 32 hexadecimal digits.')

export const RecordingKind = z.enum(['call', 'voicemail', 'conference'])

/**
 * The sound in our own store. `waiting`: the recording has not ended; `pending`: being fetched from Twilio; `failed`: could not be fetched yet;
 * `refused`: it will not be, `reason` says why.
 */
const RecordingFile = z.object({
  status: z.enum(['waiting', 'pending', 'stored', 'failed', 'refused']),
  reason: z.string().nullable(),
  contentType: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
})

/** Why it was made: a caller left a message, a rule wanted it, a person or a program asked for it, a step of a flow (`name`), or somebody at Twilio. */
const RecordingReason = z.object({
  by: z.enum(['voicemail', 'rule', 'person', 'program', 'flow', 'other']),
  name: z.string().nullable(),
})

/** One recording. `from`, `to`, `direction` and `contactName` are its call's; null for a conference. */
export const Recording = z.object({
  id: z.uuid(),
  recordingSid: z.string(),
  callSid: z.string().nullable(),
  conferenceSid: z.string().nullable(),
  kind: RecordingKind,
  status: RecordingStatusSchema,
  direction: z.enum(['inbound', 'outbound']).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  contactName: z.string().nullable(),
  channels: z.number().int().nullable(),
  durationSeconds: z.number().int().nullable(),
  startedAt: z.iso.datetime(),
  reason: RecordingReason,
  /** What the other party heard about it before; null: nothing, as for a message they left. */
  notice: z.string().nullable(),
  errorMessage: z.string().nullable(),
  file: RecordingFile,
})
export type Recording = z.infer<typeof Recording>

export const ListRecordingsQuery = PageQuery.extend({
  /** Of this call and the legs it dialled. */
  callSid: z.string().max(64).optional(),
  /** Of calls with this number on either side, E.164. */
  phoneNumber: PhoneNumber.optional(),
  /** Part of the other party's name, or digits of their number. */
  q: z.string().trim().max(100).optional(),
  kind: RecordingKind.optional(),
  status: RecordingStatusSchema.optional(),
  /** Began at or after, and before. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
})
export type ListRecordingsQuery = z.infer<typeof ListRecordingsQuery>

/** `confirmed`: whoever starts it has told the other party, where EVA does not. */
export const StartRecordingInput = z.strictObject({ confirmed: z.boolean().default(false) })
export type StartRecordingInput = z.infer<typeof StartRecordingInput>

/** While it is paused there is silence in the recording; what is stopped does not go on. */
export const ChangeRecordingInput = z.strictObject({ status: z.enum(['paused', 'in-progress', 'stopped']) })
export type ChangeRecordingInput = z.infer<typeof ChangeRecordingInput>

/** Of an error: nobody has told the other party that they are recorded, and somebody must say that they did. */
export const NeedsConfirmation = z.object({ needsConfirmation: z.literal(true) })

/** An address that plays the sound for whoever has it, until it ends. */
export const RecordingLink = z.object({ url: z.string(), expiresAt: z.iso.datetime() })

/** What became of a deleted recording here and at Twilio. */
export const RecordingDeletionReceipt = z.object({
  recordingSid: z.string(),
  deletedAt: z.iso.datetime(),
  /** `absent`: Twilio had no copy any more; `pending`: it could not be deleted there yet and is tried again by itself. */
  twilio: z.enum(['deleted', 'absent', 'pending']),
})
export type RecordingDeletionReceipt = z.infer<typeof RecordingDeletionReceipt>
