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

function view({ world }: RestRequest, message: Message, media: { sid: string; url: string }): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    content_type: mediaTypeOf(media.url),
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
      const message = find(request)
      const media = messageMedia(message).find((each) => each.sid === request.params['sid'])
      if (media === undefined) throw notFound(`${request.path}.json`)
      return { status: 200, json: view(request, message, media) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Messages/:messageSid/Media/:sid',
    handle: (request) => {
      const message = find(request)
      const media = messageMedia(message).find((each) => each.sid === request.params['sid'])
      if (media === undefined) throw notFound(`${request.path}.json`)
      message.mediaUrls = message.mediaUrls.filter((url) => url !== media.url)
      return { status: 204 }
    },
  },
]
