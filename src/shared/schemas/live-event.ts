import { z } from 'zod'
import { Call } from './call'
import { CallBack } from './call-back'
import { CallRetry } from './call-retry'
import { Contact } from './contact'
import { ConversationChange, PresenceState, TeamMember } from './conversation'
import { AutomaticReply } from './keyword'
import { Flow } from './flow'
import { MessageMedia } from './media'
import { Conversation, Message, MessageStatusSchema } from './message'
import { Note } from './note'
import { OurNumber } from './number'
import { ScheduledMessage } from './scheduled-message'
import { OptOutSuggestion } from './opt-out-suggestion'
import { Suggestion } from './suggestion'

/** What a message-status callback changes: narrow, because it is the most frequent event of all. */
const MessageStatusChange = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  messageSid: z.string().nullable(),
  status: MessageStatusSchema,
  errorCode: z.number().nullable(),
  errorMessage: z.string().nullable(),
})

/** The files of a text as they stand now: one was fetched, refused or could not be had. */
const MessageMediaChange = z.object({ id: z.uuid(), conversationId: z.uuid(), media: z.array(MessageMedia) })

/** A text that is gone, with its files; `conversation` as it stands without it. */
const MessageDeletion = z.object({
  id: z.uuid(),
  messageSid: z.string().nullable(),
  conversationId: z.uuid(),
  conversation: Conversation,
})

const dataOf = {
  'call.queued': z.object({ call: Call }),
  'call.ringing': z.object({ call: Call }),
  'call.answered': z.object({ call: Call }),
  'call.ended': z.object({ call: Call }),
  'call_back.changed': z.object({ callBack: CallBack }),
  'call_retry.changed': z.object({ callRetry: CallRetry }),
  'call_settings.changed': z.object({ version: z.number().int() }),
  'greeting.changed': z.object({ greetingId: z.uuid() }),
  'message.received': z.object({ message: Message, conversation: Conversation }),
  /** `replaces`: the attempt before, when it was tried again; it is no longer shown. */
  'message.created': z.object({ message: Message, conversation: Conversation, replaces: z.uuid().optional() }),
  'message.status_changed': MessageStatusChange,
  'message.media_changed': MessageMediaChange,
  'message.deleted': MessageDeletion,
  /** `unreadCount`: what came after the text up to which it was read; absent: nothing. */
  'conversation.read': z.object({ conversationId: z.uuid(), unreadCount: z.number().int().optional() }),
  'conversation.changed': z.object({ conversation: Conversation, changes: z.array(ConversationChange) }),
  'conversation.note_added': z.object({ note: Note, conversation: Conversation }),
  'conversation.note_deleted': z.object({ conversationId: z.uuid(), noteId: z.uuid() }),
  'conversation.mentions_read': z.object({ conversationId: z.uuid(), personId: z.string() }),
  'conversation.presence_changed': z.object({
    conversationId: z.uuid(),
    person: TeamMember,
    state: z.union([PresenceState, z.literal('away')]),
    expiresAt: z.iso.datetime(),
  }),
  'scheduled_message.changed': z.object({ scheduledMessage: ScheduledMessage }),
  'permission_rules.changed': z.object({ version: z.number().int() }),
  'consent.recorded': z.object({ phoneNumber: z.string() }),
  'opt_out.recorded': z.object({ phoneNumber: z.string(), kind: z.enum(['opted_out', 'opted_in']) }),
  'opt_out.suggested': z.object({ suggestion: OptOutSuggestion }),
  'opt_out.suggestion_settled': z.object({
    suggestionId: z.uuid(),
    phoneNumber: z.string(),
    conversationId: z.uuid(),
    outcome: z.enum(['confirmed', 'dismissed']),
  }),
  'keyword.changed': z.object({ keywordId: z.uuid() }),
  'keyword.answered': z.object({ reply: AutomaticReply }),
  'ai_settings.changed': z.object({}),
  'suggestion.made': z.object({ suggestion: Suggestion }),
  'template.changed': z.object({ templateId: z.uuid() }),
  'contact.saved': z.object({ contact: Contact }),
  'contact.deleted': z.object({ contactId: z.uuid(), phoneNumber: z.string() }),
  'flow.changed': z.object({ flow: Flow }),
  'number.changed': z.object({ number: OurNumber }),
  /** It began, was paused or went on, ended without sound, or its file was fetched or could not be. */
  'recording.changed': z.object({ recordingSid: z.string(), callSid: z.string().nullable() }),
  'recording_rules.changed': z.object({ version: z.number().int() }),
  'recording.deleted': z.object({ recordingSid: z.string(), callSid: z.string().nullable() }),
  'recording.completed': z.object({
    recordingSid: z.string(),
    callSid: z.string().nullable(),
    durationSeconds: z.number().int().nullable(),
  }),
  'operation.failed': z.object({ operationId: z.uuid(), kind: z.string() }),
  'operation.settled': z.object({ operationId: z.uuid(), outcome: z.enum(['retried', 'dismissed', 'succeeded']) }),
  'recovery.recorded': z.object({ recoveryId: z.uuid() }),
  'recovery.dismissed': z.object({ recoveryId: z.uuid() }),
  'person.changed': z.object({ userId: z.string() }),
  'api_key.changed': z.object({ keyId: z.string() }),
} as const

export type LiveEventType = keyof typeof dataOf
export type LiveEventData<Type extends LiveEventType> = z.infer<(typeof dataOf)[Type]>

/** A row of the event log as clients receive it; `id` is a decimal string that sorts, as an integer, by commit order. */
export type LiveEvent = {
  [Type in LiveEventType]: { id: string; type: Type; at: string; data: LiveEventData<Type> }
}[LiveEventType]

/** What is handed to the broadcaster, before the log gives it an id and a time. */
export type NewLiveEvent = { [Type in LiveEventType]: { type: Type; data: LiveEventData<Type> } }[LiveEventType]

export const liveTopics = [
  'calls',
  'messages',
  'conferences',
  'campaigns',
  'contacts',
  'flows',
  'numbers',
  'recordings',
  'operations',
  'people',
] as const
export type LiveTopic = (typeof liveTopics)[number]

export const topicOfEvent = {
  'call.queued': 'calls',
  'call.ringing': 'calls',
  'call.answered': 'calls',
  'call.ended': 'calls',
  'call_back.changed': 'calls',
  'call_retry.changed': 'calls',
  'call_settings.changed': 'calls',
  'greeting.changed': 'calls',
  'message.received': 'messages',
  'message.created': 'messages',
  'message.status_changed': 'messages',
  'message.media_changed': 'messages',
  'message.deleted': 'messages',
  'conversation.read': 'messages',
  'conversation.changed': 'messages',
  'conversation.note_added': 'messages',
  'conversation.note_deleted': 'messages',
  'conversation.mentions_read': 'messages',
  'conversation.presence_changed': 'messages',
  'scheduled_message.changed': 'messages',
  'permission_rules.changed': 'messages',
  'consent.recorded': 'messages',
  'opt_out.recorded': 'messages',
  'opt_out.suggested': 'messages',
  'opt_out.suggestion_settled': 'messages',
  'keyword.changed': 'messages',
  'keyword.answered': 'messages',
  'ai_settings.changed': 'operations',
  'suggestion.made': 'messages',
  'template.changed': 'messages',
  'contact.saved': 'contacts',
  'contact.deleted': 'contacts',
  'flow.changed': 'flows',
  'number.changed': 'numbers',
  'recording.changed': 'recordings',
  'recording_rules.changed': 'calls',
  'recording.deleted': 'recordings',
  'recording.completed': 'recordings',
  'operation.failed': 'operations',
  'operation.settled': 'operations',
  'recovery.recorded': 'operations',
  'recovery.dismissed': 'operations',
  'person.changed': 'people',
  'api_key.changed': 'people',
} as const satisfies Record<LiveEventType, LiveTopic>

/** Checks what came over the wire; unknown types (a newer server) give null and are skipped. */
export function parseLiveEvent(value: unknown): LiveEvent | null {
  const parsed = wire.safeParse(value)
  return parsed.success ? parsed.data : null
}

function eventSchema<Type extends LiveEventType>(type: Type) {
  return z.object({ id: z.string(), type: z.literal(type), at: z.iso.datetime(), data: dataOf[type] })
}

const wire = z.discriminatedUnion('type', [
  eventSchema('call.queued'),
  eventSchema('call.ringing'),
  eventSchema('call.answered'),
  eventSchema('call.ended'),
  eventSchema('call_back.changed'),
  eventSchema('call_retry.changed'),
  eventSchema('call_settings.changed'),
  eventSchema('greeting.changed'),
  eventSchema('message.received'),
  eventSchema('message.created'),
  eventSchema('message.status_changed'),
  eventSchema('message.media_changed'),
  eventSchema('message.deleted'),
  eventSchema('conversation.read'),
  eventSchema('conversation.changed'),
  eventSchema('conversation.note_added'),
  eventSchema('conversation.note_deleted'),
  eventSchema('conversation.mentions_read'),
  eventSchema('conversation.presence_changed'),
  eventSchema('scheduled_message.changed'),
  eventSchema('permission_rules.changed'),
  eventSchema('consent.recorded'),
  eventSchema('opt_out.recorded'),
  eventSchema('opt_out.suggested'),
  eventSchema('opt_out.suggestion_settled'),
  eventSchema('keyword.changed'),
  eventSchema('keyword.answered'),
  eventSchema('ai_settings.changed'),
  eventSchema('suggestion.made'),
  eventSchema('template.changed'),
  eventSchema('contact.saved'),
  eventSchema('contact.deleted'),
  eventSchema('flow.changed'),
  eventSchema('number.changed'),
  eventSchema('recording.changed'),
  eventSchema('recording_rules.changed'),
  eventSchema('recording.deleted'),
  eventSchema('recording.completed'),
  eventSchema('operation.failed'),
  eventSchema('operation.settled'),
  eventSchema('recovery.recorded'),
  eventSchema('recovery.dismissed'),
  eventSchema('person.changed'),
  eventSchema('api_key.changed'),
])
