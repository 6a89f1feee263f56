import type { ConversationStatus } from '@/shared/schemas/conversation'
import type { Conversation } from '@/shared/schemas/message'

/** A row of conversations with the contact's name and the opt-out ledger's newest word, as `conversationColumns` selects it. */
export type ConversationRow = {
  id: string
  our_number: string
  their_number: string
  contact_id: string | null
  contact_name: string | null
  last_message_at: Date
  last_message_preview: string
  last_message_direction: 'inbound' | 'outbound'
  unread_count: number
  opted_out: boolean
} & TeamColumns

/** What the team made of it; columns of the table itself. */
export type TeamColumns = {
  status: ConversationStatus
  snoozed_until: Date | null
  assigned_to: string | null
  assigned_name: string | null
  last_outbound_by: string | null
  revision: number
}

const teamColumns = `conversation.status, conversation.snoozed_until, conversation.assigned_to, conversation.assigned_name,
  conversation.last_outbound_by, conversation.revision`

/**
 * What a statement that calls the table `conversation` (joined by `conversationContactJoin`) selects for `toConversation`. The ledger is
 * asked once a row, by twilio_opt_outs_newest.
 */
export const conversationColumns = `conversation.id, conversation.our_number, conversation.their_number, contact.id as contact_id,
  contact.name as contact_name, ${teamColumns},
  conversation.last_message_at, conversation.last_message_preview, conversation.last_message_direction, conversation.unread_count,
  coalesce((select ledger.kind = 'opted_out' from twilio_opt_outs ledger where ledger.phone_number = conversation.their_number
            order by ledger.recorded_at desc, ledger.id desc limit 1), false) as opted_out`

/** Served by the unique index on contacts.phone_number. */
export const conversationContactJoin = `left join contacts contact on contact.phone_number = conversation.their_number`

/** A conversation as lists, answers and live events show it. */
export function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    ourNumber: row.our_number,
    theirNumber: row.their_number,
    contactName: row.contact_name,
    lastMessageAt: row.last_message_at.toISOString(),
    lastMessagePreview: row.last_message_preview,
    lastMessageDirection: row.last_message_direction,
    unreadCount: row.unread_count,
    optedOut: row.opted_out,
    contactId: row.contact_id,
    ...toTeam(row),
  }
}

/** The team's part of a conversation, as the row itself has it. */
export function toTeam(row: TeamColumns) {
  return {
    status: row.status,
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    assignedTo: row.assigned_to === null ? null : { id: row.assigned_to, name: row.assigned_name ?? '' },
    lastOutboundBy: row.last_outbound_by,
    revision: row.revision,
  }
}
