import { z } from 'zod'
import { messageStatusRank, type MessageStatus } from '@/shared/messages/message-status-rank'
import { mediaIdOf, MessageMedia } from './media'
import { teamFields } from './conversation'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'
import { TemplateVariables } from './template'
import { TextBody } from './text-body'

const statuses = Object.keys(messageStatusRank).filter((status): status is MessageStatus => status in messageStatusRank)

export const MessageStatusSchema = z.enum(statuses)

/** One text as every list, answer and live event shows it. Times are ISO 8601. */
export const Message = z.object({
  id: z.uuid(),
  messageSid: z.string().nullable(),
  conversationId: z.uuid(),
  direction: z.enum(['inbound', 'outbound']),
  status: MessageStatusSchema,
  from: z.string(),
  to: z.string(),
  body: z.string(),
  numSegments: z.number().int(),
  media: z.array(MessageMedia),
  keyword: z.enum(['STOP', 'START', 'HELP']).nullable(),
  errorCode: z.number().nullable(),
  /** Twilio's error as a sentence a recruiter understands. */
  errorMessage: z.string().nullable(),
  /** The actor who sent it, such as `operator:<id>`; null for texts to us. */
  sentBy: z.string().nullable().default(null),
  /** How often it was handed to Twilio; absent: once. */
  attempts: z.number().int().optional(),
  createdAt: z.iso.datetime(),
})
export type Message = z.infer<typeof Message>

function isAttachable(url: string) {
  return mediaIdOf(url) !== null || z.url({ protocol: /^https?$/ }).safeParse(url).success
}

/** What is not known is refused: a wish that we would not fulfil must not look fulfilled. */
export const SendMessageInput = z
  .strictObject({
    to: PhoneNumber,
    from: PhoneNumber.optional(),
    body: TextBody.optional(),
    /** A template in place of `body`, filled at the moment of sending; a variable that is missing stops the text. */
    templateId: z.uuid().optional(),
    variables: TemplateVariables.optional(),
    /** Addresses that Twilio can fetch, and paths that an upload answered. */
    mediaUrls: z
      .array(z.string().refine(isAttachable, 'An attachment is a web address or the url that an upload answered.'))
      .max(10, 'Ten attachments at most.')
      .optional(),
    /** The newest text the sender saw (null: an empty thread): if somebody else has answered since, 409 `stale_thread`. */
    lastSeenMessageId: z.uuid().nullable().optional(),
    /** Not now but then: 15 seconds to 35 days from now. */
    sendAt: z.iso.datetime({ offset: true }).optional(),
    /** With sendAt: not if they write or call before. Default true. */
    cancelIfTheyReply: z.boolean().optional(),
  })
  .refine((input) => input.templateId === undefined || input.body === undefined, {
    message: 'Write a text or choose a template, not both.',
    path: ['templateId'],
  })
  .refine(
    (input) => input.templateId !== undefined || (input.body ?? '').trim() !== '' || (input.mediaUrls?.length ?? 0) > 0,
    {
      message: 'Write a text or attach a file.',
      path: ['body'],
    },
  )
export type SendMessageInput = z.infer<typeof SendMessageInput>

export const ListMessagesQuery = PageQuery.extend({
  direction: z.enum(['inbound', 'outbound']).optional(),
  phoneNumber: PhoneNumber.optional(),
})
export type ListMessagesQuery = z.infer<typeof ListMessagesQuery>

/** One thread: one of our numbers and one of theirs. */
export const Conversation = z.object({
  id: z.uuid(),
  ourNumber: z.string(),
  theirNumber: z.string(),
  contactName: z.string().nullable(),
  lastMessageAt: z.iso.datetime(),
  lastMessagePreview: z.string(),
  lastMessageDirection: z.enum(['inbound', 'outbound']),
  unreadCount: z.number().int(),
  optedOut: z.boolean(),
  ...teamFields,
})
export type Conversation = z.infer<typeof Conversation>
