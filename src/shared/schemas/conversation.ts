import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

/** Snoozed: set aside until a time. Done: nothing is left to do. A text from the person opens either again. */
export const ConversationStatus = z.enum(['open', 'snoozed', 'done'])
export type ConversationStatus = z.infer<typeof ConversationStatus>

/** Somebody of the team, by the id they sign in with. */
export const TeamMember = z.object({ id: z.string(), name: z.string() })
export type TeamMember = z.infer<typeof TeamMember>

/** What the team makes of a conversation; the defaults read events of before there was an inbox. */
export const teamFields = {
  status: ConversationStatus.default('open'),
  snoozedUntil: z.iso.datetime().nullable().default(null),
  assignedTo: TeamMember.nullable().default(null),
  contactId: z.uuid().nullable().default(null),
  /** The actor who sent the last text, such as `operator:<id>`. */
  lastOutboundBy: z.string().nullable().default(null),
  /** Of two reports the one with the higher count is the later. */
  revision: z.number().int().default(0),
}

export const ListConversationsQuery = PageQuery.extend({
  /** Part of a contact's name or of a number. */
  q: z.string().trim().min(1).max(100).optional(),
  /** true: only those with unread texts. */
  unread: z.stringbool().optional(),
  status: ConversationStatus.optional(),
  /** A person's id, `me` or `nobody`. */
  assignedTo: z.string().min(1).max(200).optional(),
  ourNumber: PhoneNumber.optional(),
})
export type ListConversationsQuery = z.infer<typeof ListConversationsQuery>

export const ChangeConversationInput = z
  .strictObject({
    status: ConversationStatus.optional(),
    snoozedUntil: z.iso.datetime({ offset: true }).optional(),
    /** A person's id; null: nobody. */
    assignedTo: z.string().min(1).max(200).nullable().optional(),
  })
  .refine((input) => (input.status === 'snoozed') === (input.snoozedUntil !== undefined), {
    message: 'Say until when it is set aside, with the status snoozed and no other.',
    path: ['snoozedUntil'],
  })
  .refine((input) => input.status !== undefined || input.assignedTo !== undefined, {
    message: 'Nothing to change was given.',
  })
export type ChangeConversationInput = z.infer<typeof ChangeConversationInput>

/** One line of a timeline: what was done with the conversation. `by` is null for what happened by itself. */
export const ConversationChange = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  at: z.iso.datetime(),
  what: z.enum(['assigned', 'unassigned', 'snoozed', 'done', 'reopened', 'woke']),
  by: z.string().nullable(),
  byName: z.string().nullable(),
  assigneeName: z.string().nullable(),
  until: z.iso.datetime().nullable(),
})
export type ConversationChange = z.infer<typeof ConversationChange>

/** How many conversations wait, each counted to a hundred at most: nobody reads more. */
export const ConversationCounts = z.object({
  mine: z.number().int(),
  unassigned: z.number().int(),
  unread: z.number().int(),
  mentions: z.number().int(),
})
export type ConversationCounts = z.infer<typeof ConversationCounts>

export const PresenceState = z.enum(['reading', 'writing'])
export type PresenceState = z.infer<typeof PresenceState>

export const PresenceInput = z.strictObject({ state: z.enum(['reading', 'writing', 'away']) })

/** Somebody who has the conversation open; gone at `expiresAt` unless their browser says it again. */
export const PresentPerson = TeamMember.extend({ state: PresenceState, expiresAt: z.iso.datetime() })
export type PresentPerson = z.infer<typeof PresentPerson>

/** Somebody who can be assigned and mentioned; `active` is false for who may no longer sign in. */
/** `reachable`: there is a phone of their own to ring. */
export const Colleague = TeamMember.extend({ active: z.boolean(), reachable: z.boolean().default(false) })
export type Colleague = z.infer<typeof Colleague>
