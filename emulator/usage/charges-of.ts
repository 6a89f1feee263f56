import type { Account } from '../account/account.ts'
import { isTollFree } from '../account/phone-number-format.ts'
import { durationSeconds } from '../calls/call.ts'
import type { Call } from '../calls/call.ts'
import type { Message } from '../messages/message.ts'
import type { Recording } from '../recordings/recording.ts'
import type { Charge } from './charge.ts'
import { prices } from './prices.ts'

function kindOf(address: string): 'shortcode' | 'tollfree' | 'longcode' {
  if (/^\d{3,8}$/.test(address)) return 'shortcode'
  return isTollFree(address) ? 'tollfree' : 'longcode'
}

/** What a text costs: nothing while it is under way, a fee if Twilio gave it up. */
export function chargesOfMessage(message: Message): Charge[] {
  const at = message.sentAt ?? message.updatedAt
  if (message.status === 'failed') {
    return [{ at, category: 'failed-message-processing-fee', count: 1, usage: 1, price: prices.failedMessage }]
  }
  if (message.price === null) return []
  const isInbound = message.direction === 'inbound'
  const way = isInbound ? 'inbound' : 'outbound'
  const own = isInbound ? message.to : message.from
  const price = Math.abs(Number(message.price))
  if (own.startsWith('whatsapp:')) return [{ at, category: `channels-whatsapp-${way}`, count: 1, usage: 1, price }]
  const isMms = message.mediaUrls.length > 0
  const kind = isMms && isInbound && kindOf(own) === 'tollfree' ? 'toll-free' : kindOf(own)
  const category = `${isMms ? 'mms' : 'sms'}-${way}-${kind}`
  return [{ at, category, count: 1, usage: isMms ? 1 : message.numSegments, price }]
}

export function chargesOfCall(call: Call): Charge[] {
  if (call.answeredAt === null || call.endedAt === null) return []
  const minutes = Math.max(1, Math.ceil(durationSeconds(call, call.endedAt) / 60))
  const price = Math.abs(Number(call.price ?? 0))
  const isClient = (call.direction === 'inbound' ? call.from : call.to).startsWith('client:')
  const inbound = isTollFree(call.to) ? 'calls-inbound-tollfree' : 'calls-inbound-local'
  const category = isClient ? 'calls-client' : call.direction === 'inbound' ? inbound : 'calls-outbound'
  return [{ at: call.endedAt, category, count: 1, usage: minutes, price }]
}

export function chargesOfRecording(recording: Recording): Charge[] {
  if (recording.price === null) return []
  const minutes = Math.ceil((recording.durationSeconds ?? 0) / 60)
  const price = Math.abs(Number(recording.price))
  return [{ at: recording.updatedAt, category: 'calls-recordings', count: 1, usage: minutes, price }]
}

/** Everything that was used so far. A bought number costs one month, on the day it is bought. */
export function chargesOf(account: Account): Charge[] {
  const bought = [...account.numbers.values()].filter((number) => number.bought)
  return [
    ...account.pastCharges,
    ...[...account.messages.values()].flatMap(chargesOfMessage),
    ...[...account.calls.values()].flatMap(chargesOfCall),
    ...[...account.recordings.values()].flatMap(chargesOfRecording),
    ...bought.map((number) => chargeOfNumber(number)),
  ]
}

export function chargeOfNumber(number: { phoneNumber: string; createdAt: number }): Charge {
  const free = isTollFree(number.phoneNumber)
  return {
    at: number.createdAt,
    category: free ? 'phonenumbers-tollfree' : 'phonenumbers-local',
    count: 1,
    usage: 1,
    price: free ? prices.numberTollFreeMonth : prices.numberLocalMonth,
  }
}
