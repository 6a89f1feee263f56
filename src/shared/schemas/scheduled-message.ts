import { z } from 'zod'
import { purposes } from '../permission/purpose'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'
import { TextBody } from './text-body'

export const scheduledStatuses = [
  'scheduled',
  'held',
  'sending',
  'sent',
  'canceled',
  'expired',
  'refused',
  'failed',
] as const
export type ScheduledStatus = (typeof scheduledStatuses)[number]

/** A text that goes out later: planned by a person (`scheduled`) or waiting for a rule (`held`). `expired`: too old to send unasked. */
export const ScheduledMessage = z.object({
  id: z.uuid(),
  /** The id of the text it becomes. */
  messageId: z.uuid(),
  status: z.enum(scheduledStatuses),
  to: z.string(),
  from: z.string(),
  contactName: z.string().nullable(),
  /** Where the recipient most likely is. */
  timeZone: z.string(),
  body: z.string(),
  mediaUrls: z.array(z.string()),
  purpose: z.enum(purposes),
  wantedAt: z.iso.datetime(),
  sendAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  cancelIfTheyReply: z.boolean(),
  rule: z.string().nullable(),
  reason: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})
export type ScheduledMessage = z.infer<typeof ScheduledMessage>

/** The answer to a text that does not go out at once. */
export const HeldMessage = z.object({ id: z.uuid(), heldUntil: z.iso.datetime(), reason: z.string() })
export type HeldMessage = z.infer<typeof HeldMessage>

export const UpdateScheduledMessageInput = z
  .strictObject({
    body: TextBody.optional(),
    sendAt: z.iso.datetime({ offset: true }).optional(),
    cancelIfTheyReply: z.boolean().optional(),
  })
  .refine((input) => Object.values(input).some((value) => value !== undefined), { message: 'Say what is to change.' })
export type UpdateScheduledMessageInput = z.infer<typeof UpdateScheduledMessageInput>

export const ListScheduledMessagesQuery = PageQuery.extend({
  /** true (default): what is still to be sent or decided, the next first. false: what came of the others, the newest first. */
  open: z.stringbool().default(true),
  phoneNumber: PhoneNumber.optional(),
})
export type ListScheduledMessagesQuery = z.infer<typeof ListScheduledMessagesQuery>
