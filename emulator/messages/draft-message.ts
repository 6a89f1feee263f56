import type { World } from '../world.ts'
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
}

/** A message as Twilio would first show it; it is not yet anybody's. */
export function draftMessage(world: World, input: NewMessage): Message {
  const now = world.clock.now()
  return {
    sid: world.newSid(input.mediaUrls.length > 0 ? 'MM' : 'SM'),
    from: input.from,
    to: input.to,
    body: input.body,
    mediaUrls: input.mediaUrls,
    numSegments: input.mediaUrls.length > 0 ? 1 : segment(input.body).segments,
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
  }
}
