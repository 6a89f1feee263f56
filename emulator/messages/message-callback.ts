import type { World } from '../world.ts'
import { isWhatsApp } from './channel-address.ts'
import type { Message } from './message.ts'

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The carrier's own clock, as `YYMMDDhhmm`. */
function carrierDate(at: number): string {
  const date = new Date(at)
  const parts = [date.getUTCFullYear() % 100, date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours()]
  return [...parts, date.getUTCMinutes()].map(two).join('')
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
export function postMessageCallback(world: World, message: Message): void {
  const { statusCallback: url, status, sid } = message
  if (url === null || url === '') return
  const isFinal = status === 'delivered' || status === 'undelivered'
  const { messagingServiceSid } = message
  world.callbacks.post(world, {
    kind: 'message-status',
    resourceSid: sid,
    url,
    method: message.statusCallbackMethod,
    parameters: {
      ...(isFinal ? { RawDlrDoneDate: carrierDate(world.clock.now()) } : {}),
      ...(message.errorCode === null ? {} : { ErrorCode: String(message.errorCode) }),
      ...(message.errorMessage === null ? {} : { ErrorMessage: message.errorMessage }),
      SmsSid: sid,
      SmsStatus: status,
      MessageStatus: status,
      To: message.to,
      MessageSid: sid,
      AccountSid: world.account.sid,
      From: message.from,
      ApiVersion: '2010-04-01',
      ...(messagingServiceSid === null ? {} : { MessagingServiceSid: messagingServiceSid }),
      ...(isWhatsApp(message.to) ? { ChannelPrefix: 'whatsapp', ChannelToAddress: message.to } : {}),
      ...(status === 'read' ? { EventType: 'READ' } : {}),
    },
  })
}
