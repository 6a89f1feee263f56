import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Account } from './account.ts'
import { findOwnNumber } from './phone-numbers.ts'
import { numberType } from './phone-number-format.ts'

export const lineTypes = [
  'mobile',
  'landline',
  'fixedVoip',
  'nonFixedVoip',
  'personal',
  'tollFree',
  'premium',
  'sharedCost',
  'uan',
  'voicemail',
  'pager',
  'unknown',
] as const

/** As Twilio's line type intelligence names them. */
export type LineType = (typeof lineTypes)[number]

/** What the phone is set to; numbers of the account are VoIP; else by its plan, where North America counts as mobile. */
export function lineTypeOf(account: Account, phoneNumber: string): LineType {
  const set = account.phones.get(phoneNumber)?.lineType
  if (set != null) return set
  if (numberType(phoneNumber) === 'toll-free') return 'tollFree'
  if (findOwnNumber(account, phoneNumber) !== null) return 'nonFixedVoip'
  const type = parsePhoneNumberFromString(phoneNumber)?.getType()
  if (type === 'FIXED_LINE') return 'landline'
  if (type === 'VOIP') return 'nonFixedVoip'
  return type === 'PREMIUM_RATE' ? 'premium' : 'mobile'
}

/**
 * Whether a text to this number finds nobody: 30006 where Twilio takes the text first (United States, Canada, United
 * Kingdom), 21614 where it refuses at once.
 */
export function landlineError(account: Account, phoneNumber: string): 30_006 | 21_614 | null {
  if (account.phones.get(phoneNumber)?.lineType !== 'landline') return null
  return /^\+(1|44)/.test(phoneNumber) ? 30_006 : 21_614
}
