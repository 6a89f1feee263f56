import type { Account } from '../account/account.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import { bareAddress } from './channel-address.ts'
import { findShortCode, serviceBehind } from './sender.ts'

type Place = { url: string; method: string }

/** Who is asked what to answer to a text, and whom to ask if that fails; null if nobody is. */
export type InboundWebhook = { first: Place; fallback: Place | null }

function placeOf(url: string | null, method: string): Place | null {
  return url === null || url === '' ? null : { url, method }
}

/** The service's URL, unless it leaves that to its numbers; then the application's; then the number's own. */
export function inboundWebhookOf(account: Account, address: string): InboundWebhook | null {
  const own = findOwnNumber(account, bareAddress(address))
  const service = serviceBehind(account, address)
  const applicationSid = own?.smsApplicationSid ?? ''
  const settings = account.registry.applications.get(applicationSid) ?? own ?? findShortCode(account, address)
  const isService = service !== null && !service.useInboundWebhookOnNumber
  const first = isService
    ? placeOf(service.inboundRequestUrl, service.inboundMethod)
    : settings === null
      ? null
      : placeOf(settings.smsUrl, settings.smsMethod)
  const fallback = isService
    ? placeOf(service.fallbackUrl, service.fallbackMethod)
    : settings === null
      ? null
      : placeOf(settings.smsFallbackUrl, settings.smsFallbackMethod)
  return first === null ? null : { first, fallback }
}
