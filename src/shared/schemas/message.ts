import { z } from 'zod'
import { messageStatusRank, type MessageStatus } from '@/shared/messages/message-status-rank'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

const statuses = Object.keys(messageStatusRank).filter((status): status is MessageStatus => status in messageStatusRank)

export const MessageStatusSchema = z.enum(statuses)

export const MessageMedia = z.object({ url: z.string(), contentType: z.string() })
export type MessageMedia = z.infer<typeof MessageMedia>

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
  createdAt: z.iso.datetime(),
})
export type Message = z.infer<typeof Message>

/** What is not known is refused: a wish that we would not fulfil must not look fulfilled. */
export const SendMessageInput = z
  .strictObject({
    to: PhoneNumber,
    from: PhoneNumber.optional(),
    body: z.string().max(1600, 'A text can have 1,600 characters at most.').optional(),
    mediaUrls: z
      .array(z.url({ protocol: /^https?$/ }))
      .max(10, 'Ten attachments at most.')
      .optional(),
  })
  .refine((input) => (input.body ?? '').trim() !== '' || (input.mediaUrls?.length ?? 0) > 0, {
    message: 'Write a text or attach a file.',
    path: ['body'],
  })
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
})
export type Conversation = z.infer<typeof Conversation>
