import { rfc2822, rfc2822OrNull } from '../account/rfc2822.ts'
import { isTerminalMessage } from '../messages/message.ts'
import type { Message } from '../messages/message.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'

export function messageView(world: World, message: Message): Record<string, unknown> {
  const uri = `${accountUri(world)}/Messages/${message.sid}`
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: rfc2822OrNull(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorMessage,
    from: message.from || null,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(message.mediaUrls.length),
    num_segments: message.from === '' ? '0' : String(message.numSegments),
    price: isTerminalMessage(message.status) ? message.price : null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
    to: message.to,
    uri: `${uri}.json`,
  }
}
