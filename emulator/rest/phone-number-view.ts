import { numberType } from '../account/phone-number-format.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import { rfc2822 } from '../account/rfc2822.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'

export function numberView(world: World, number: PhoneNumber): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    address_requirements: 'none',
    address_sid: number.addressSid,
    api_version: '2010-04-01',
    beta: false,
    bundle_sid: number.bundleSid,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    emergency_address_sid: number.emergencyAddressSid,
    emergency_address_status: 'unregistered',
    emergency_status: number.emergencyStatus,
    friendly_name: number.friendlyName,
    identity_sid: number.identitySid,
    origin: 'twilio',
    phone_number: number.phoneNumber,
    sid: number.sid,
    sms_application_sid: number.smsApplicationSid,
    sms_fallback_method: number.smsFallbackMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_method: number.smsMethod,
    sms_url: number.smsUrl,
    status: 'in-use',
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    trunk_sid: number.trunkSid,
    type: numberType(number.phoneNumber),
    uri: `${accountUri(world)}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_application_sid: number.voiceApplicationSid,
    voice_caller_id_lookup: number.voiceCallerIdLookup,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_method: number.voiceMethod,
    voice_receive_mode: number.voiceReceiveMode,
    voice_url: number.voiceUrl,
  }
}

/** As the address it depends on shows it: with less of it, and its capabilities with capitals. */
export function dependentNumberView(world: World, number: PhoneNumber): Record<string, unknown> {
  const left = new Set([
    'address_sid',
    'beta',
    'bundle_sid',
    'emergency_address_status',
    'identity_sid',
    'origin',
    'status',
    'type',
    'voice_receive_mode',
  ])
  const view = Object.entries(numberView(world, number)).filter(([name]) => !left.has(name))
  return { ...Object.fromEntries(view), capabilities: { Voice: true, SMS: true, MMS: true } }
}
