import { createHash } from 'node:crypto'
import type { World } from '../world.ts'
import { mediaTypeOf } from './media-type.ts'
import type { Message } from './message.ts'

/** A message's media, each with an ME SID that follows from the message and the URL. */
export function messageMedia(message: Message): { sid: string; url: string }[] {
  return message.mediaUrls.map((url) => ({
    sid: `ME${createHash('md5').update(`${message.sid} ${url}`).digest('hex')}`,
    url,
  }))
}

/** Where Twilio serves it: without `.json`, open to whoever knows it. */
export function mediaUrl(world: World, message: Message, mediaSid: string): string {
  return `${world.baseUrl()}/2010-04-01/Accounts/${world.account.sid}/Messages/${message.sid}/Media/${mediaSid}`
}

/** What an inbound webhook says of a text's media: the emulator's own URL where it has the bytes, else the one given. */
export function mediaParameters(world: World, message: Message): Record<string, string> {
  const pairs = messageMedia(message).flatMap(({ sid, url }, index) => {
    const file = world.account.messaging.media.get(sid)
    return [
      [`MediaUrl${index}`, file === undefined ? url : mediaUrl(world, message, sid)],
      [`MediaContentType${index}`, file?.contentType ?? mediaTypeOf(url)],
    ]
  })
  return Object.fromEntries(pairs)
}
