import { geoParameters } from '../account/geo-parameters.ts'
import type { World } from '../world.ts'
import { bareAddress, isWhatsApp } from './channel-address.ts'
import { mediaParameters } from './message-media.ts'
import type { Message } from './message.ts'
import type { OptOut } from './opt-out.ts'

/** What an inbound text says: https://www.twilio.com/docs/messaging/guides/webhook-request */
export function inboundParameters(world: World, message: Message, optOut: OptOut | null): Record<string, string> {
  const { sid, from, to, body, messagingServiceSid } = message
  return {
    ...(isWhatsApp(from)
      ? whatsAppParameters(world, message)
      : { ...geoParameters('To', to), ...geoParameters('From', from) }),
    SmsMessageSid: sid,
    NumMedia: String(message.mediaUrls.length),
    SmsSid: sid,
    SmsStatus: 'received',
    Body: body,
    To: to,
    NumSegments: String(message.numSegments),
    MessageSid: sid,
    AccountSid: world.account.sid,
    From: from,
    ApiVersion: '2010-04-01',
    ...(messagingServiceSid === null ? {} : { MessagingServiceSid: messagingServiceSid }),
    ...(optOut?.isAdvanced ? { OptOutType: optOut.kind } : {}),
    ...mediaParameters(world, message),
  }
}

function whatsAppParameters(world: World, message: Message): Record<string, string> {
  const handset = bareAddress(message.from)
  return {
    ProfileName: world.account.phones.get(handset)?.name ?? '',
    WaId: handset.slice(1),
    MessageType: message.mediaUrls.length > 0 ? 'image' : 'text',
  }
}
