import type { World } from '../world.ts'
import { isWhatsApp } from './channel-address.ts'
import type { Message, MessageDirection, MessageStatus } from './message.ts'
import { segment } from './segments.ts'

export type NewMessage = {
  from: string
  to: string
  body: string
  mediaUrls: string[]
  direction: MessageDirection
  status: MessageStatus
  statusCallback?: string | null
  statusCallbackMethod?: 'GET' | 'POST'
  messagingServiceSid?: string | null
  contentSid?: string | null
  validitySeconds?: number
}

const longestValidity = 36_000

/** A message as Twilio would first show it; it is not yet anybody's. */
export function draftMessage(world: World, input: NewMessage): Message {
  const now = world.clock.now()
  const isSms = input.mediaUrls.length === 0 && !isWhatsApp(input.to)
  return {
    sid: world.newSid(input.mediaUrls.length > 0 ? 'MM' : 'SM'),
    from: input.from,
    to: input.to,
    body: input.body,
    mediaUrls: input.mediaUrls,
    numSegments: isSms ? segment(input.body).segments : 1,
    direction: input.direction,
    status: input.status,
    errorCode: null,
    errorMessage: null,
    price: null,
    createdAt: now,
    sentAt: null,
    updatedAt: now,
    statusCallback: input.statusCallback ?? null,
    statusCallbackMethod: input.statusCallbackMethod ?? 'POST',
    messagingServiceSid: input.messagingServiceSid ?? null,
    contentSid: input.contentSid ?? null,
    validitySeconds: input.validitySeconds ?? longestValidity,
    feedback: null,
  }
}
