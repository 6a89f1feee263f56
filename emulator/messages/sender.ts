import type { Account } from '../account/account.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import { isTollFree } from '../account/phone-number-format.ts'
import { bareAddress, isWhatsApp } from './channel-address.ts'
import { findServiceOf } from './messaging-service.ts'
import type { MessagingService } from './messaging-service.ts'
import type { ShortCode } from './short-code.ts'

export type SenderKind = 'local' | 'toll-free' | 'short-code' | 'alpha' | 'whatsapp'

export function kindOfSender(address: string): SenderKind {
  if (isWhatsApp(address)) return 'whatsapp'
  if (/^\d{3,8}$/.test(address)) return 'short-code'
  if (!address.startsWith('+')) return 'alpha'
  return isTollFree(address) ? 'toll-free' : 'local'
}

export function findShortCode(account: Account, shortCode: string): ShortCode | null {
  for (const code of account.messaging.shortCodes.values()) if (code.shortCode === shortCode) return code
  return null
}

/** Whether texts to this address are the account's own to receive. */
export function isOwnAddress(account: Account, address: string): boolean {
  return findOwnSid(account, address) !== null
}

/** The SID of the account's number or short code behind an address. */
export function findOwnSid(account: Account, address: string): string | null {
  const bare = bareAddress(address)
  return (findOwnNumber(account, bare) ?? findShortCode(account, bare))?.sid ?? null
}

/** The service whose pool an own address is in; WhatsApp addresses are in none. */
export function serviceBehind(account: Account, address: string): MessagingService | null {
  const sid = isWhatsApp(address) ? null : findOwnSid(account, address)
  return sid === null ? null : findServiceOf(account, sid)
}
