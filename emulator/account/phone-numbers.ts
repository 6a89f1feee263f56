import type { NewSid } from './sids.ts'
import type { Account } from './account.ts'

export type HttpMethod = 'GET' | 'POST'

/** A number of the account: Twilio's IncomingPhoneNumber. URLs are empty text when unset, as in Twilio's answers. */
export type PhoneNumber = {
  sid: string
  phoneNumber: string
  friendlyName: string
  createdAt: number
  updatedAt: number
  /** Bought through the API, so a reset gives it back. */
  bought: boolean
  voiceUrl: string
  voiceMethod: HttpMethod
  voiceFallbackUrl: string
  voiceFallbackMethod: HttpMethod
  statusCallback: string
  statusCallbackMethod: HttpMethod
  smsUrl: string
  smsMethod: HttpMethod
  smsFallbackUrl: string
  smsFallbackMethod: HttpMethod
  voiceCallerIdLookup: boolean
  voiceApplicationSid: string | null
  smsApplicationSid: string | null
  trunkSid: string | null
  addressSid: string | null
  identitySid: string | null
  bundleSid: string | null
  emergencyStatus: string
  emergencyAddressSid: string | null
  voiceReceiveMode: string
}

export function createPhoneNumber(
  newSid: NewSid,
  input: { phoneNumber: string; friendlyName: string; bought: boolean; now: number },
): PhoneNumber {
  return {
    sid: newSid('PN'),
    phoneNumber: input.phoneNumber,
    friendlyName: input.friendlyName,
    createdAt: input.now,
    updatedAt: input.now,
    bought: input.bought,
    voiceUrl: '',
    voiceMethod: 'POST',
    voiceFallbackUrl: '',
    voiceFallbackMethod: 'POST',
    statusCallback: '',
    statusCallbackMethod: 'POST',
    smsUrl: '',
    smsMethod: 'POST',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    voiceCallerIdLookup: false,
    voiceApplicationSid: null,
    smsApplicationSid: null,
    trunkSid: null,
    addressSid: null,
    identitySid: null,
    bundleSid: null,
    emergencyStatus: 'Inactive',
    emergencyAddressSid: null,
    voiceReceiveMode: 'voice',
  }
}

export function findOwnNumber(account: Account, phoneNumber: string): PhoneNumber | null {
  for (const number of account.numbers.values()) if (number.phoneNumber === phoneNumber) return number
  return null
}
