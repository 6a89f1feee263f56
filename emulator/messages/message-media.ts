import { createHash } from 'node:crypto'
import type { Message } from './message.ts'

/** A message's media, each with an ME SID that follows from the message and the URL. */
export function messageMedia(message: Message): { sid: string; url: string }[] {
  return message.mediaUrls.map((url) => ({
    sid: `ME${createHash('md5').update(`${message.sid} ${url}`).digest('hex')}`,
    url,
  }))
}
