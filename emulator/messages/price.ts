import { chargeText, prices } from '../usage/prices.ts'
import { isWhatsApp } from './channel-address.ts'
import type { Message } from './message.ts'

/** US dollars, negative; an estimate by public list prices. */
export function priceOf(message: Message): string {
  const isInbound = message.direction === 'inbound'
  if (isWhatsApp(message.to)) return chargeText(prices.whatsAppMessage)
  if (message.mediaUrls.length > 0) return chargeText(isInbound ? prices.mmsInbound : prices.mmsOutbound)
  return chargeText(prices.smsSegment * message.numSegments)
}
