import { Readable } from 'node:stream'
import { mediaTypeOf } from '../messages/media-type.ts'
import { messageMedia } from '../messages/message-media.ts'
import type { Message } from '../messages/message.ts'
import { rfc2822 } from '../account/rfc2822.ts'
import { accountUri } from './account-uri.ts'
import { pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

function find({ world, params, path }: RestRequest): Message {
  const message = world.account.messages.get(params['messageSid'] ?? '')
  if (message === undefined) throw notFound(`${path}.json`)
  return message
}

type Media = ReturnType<typeof messageMedia>[number]

function findMedia(request: RestRequest): { message: Message; media: Media } {
  const message = find(request)
  const media = messageMedia(message).find((each) => each.sid === request.params['sid'])
  if (media === undefined) throw notFound(`${request.path}.json`)
  return { message, media }
}

function view({ world }: RestRequest, message: Message, media: Media): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    content_type: world.account.messaging.media.get(media.sid)?.contentType ?? mediaTypeOf(media.url),
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    parent_sid: message.sid,
    sid: media.sid,
    uri: `${accountUri(world)}/Messages/${message.sid}/Media/${media.sid}.json`,
  }
}

/** https://www.twilio.com/docs/messaging/api/media-resource */
export const messageMediaRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/Messages/:messageSid/Media',
    handle: (request) => {
      const message = find(request)
      return pageOf(request, 'media_list', messageMedia(message), (media) => view(request, message, media))
    },
  },
  {
    method: 'GET',
    pattern: '/Messages/:messageSid/Media/:sid',
    handle: (request) => {
      const { message, media } = findMedia(request)
      return { status: 200, json: view(request, message, media) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Messages/:messageSid/Media/:sid',
    handle: (request) => {
      const { message, media } = findMedia(request)
      message.mediaUrls = message.mediaUrls.filter((url) => url !== media.url)
      request.world.account.messaging.media.delete(media.sid)
      return { status: 204 }
    },
  },
]

/** Without `.json` a media is its bytes; what was not fetched is where its URL leads. */
export const mediaFileRoute: Route = {
  method: 'GET',
  pattern: '/Messages/:messageSid/Media/:sid',
  handle: (request) => {
    const { media } = findMedia(request)
    const stored = request.world.account.messaging.media.get(media.sid)
    if (stored === undefined) return { status: 307, file: Readable.from([]), headers: { Location: media.url } }
    const { contentType, body } = stored
    const headers = {
      'Content-Type': contentType,
      'Content-Length': String(body.length),
      // A text may bring a web page: it must not run with the rights of the emulator's own.
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    }
    return { status: 200, file: Readable.from([body]), headers }
  },
}
