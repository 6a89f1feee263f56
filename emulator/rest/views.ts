import { formatNumber, isTollFree } from '../account/phone-number-format.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import { rfc2822 } from '../account/rfc2822.ts'
import { durationSeconds, isOver } from '../calls/call.ts'
import type { Call } from '../calls/call.ts'
import { isTerminalMessage } from '../messages/message.ts'
import type { Message } from '../messages/message.ts'
import { recordingUrl } from '../recordings/recording-url.ts'
import type { Recording } from '../recordings/recording.ts'
import type { World } from '../world.ts'

export function accountUri(world: World): string {
  return `/2010-04-01/Accounts/${world.account.sid}`
}

function date(at: number | null): string | null {
  return at === null ? null : rfc2822(at)
}

export function accountView(world: World): Record<string, unknown> {
  const { account } = world
  const uri = accountUri(world)
  const parts = [
    'available_phone_numbers',
    'calls',
    'conferences',
    'incoming_phone_numbers',
    'messages',
    'notifications',
  ]
  const names: Record<string, string> = {
    incoming_phone_numbers: 'IncomingPhoneNumbers',
    available_phone_numbers: 'AvailablePhoneNumbers',
  }
  const subresources = [...parts, 'recordings', 'transcriptions'].map((part) => [
    part,
    `${uri}/${names[part] ?? part.charAt(0).toUpperCase() + part.slice(1)}.json`,
  ])
  return {
    auth_token: account.authToken,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.createdAt),
    friendly_name: account.friendlyName,
    owner_account_sid: account.sid,
    sid: account.sid,
    status: 'active',
    subresource_uris: Object.fromEntries(subresources),
    type: 'Full',
    uri: `${uri}.json`,
  }
}

export function messageView(world: World, message: Message): Record<string, unknown> {
  const uri = `${accountUri(world)}/Messages/${message.sid}`
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: date(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorMessage,
    from: message.from,
    messaging_service_sid: null,
    num_media: String(message.mediaUrls.length),
    num_segments: String(message.numSegments),
    price: isTerminalMessage(message.status) ? message.price : null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
    to: message.to,
    uri: `${uri}.json`,
  }
}

export function callView(world: World, call: Call): Record<string, unknown> {
  const uri = `${accountUri(world)}/Calls/${call.sid}`
  const over = isOver(call.status)
  const names = ['notifications', 'recordings', 'payments', 'events', 'siprec', 'streams', 'transcriptions']
  const snake = ['user_defined_message_subscriptions', 'user_defined_messages']
  const pascal = (name: string) => name.replace(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase())
  return {
    account_sid: world.account.sid,
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    caller_name: call.callerName,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    direction: call.direction,
    duration: over ? String(durationSeconds(call, call.updatedAt)) : null,
    end_time: date(call.endedAt),
    forwarded_from: call.forwardedFrom,
    from: call.from,
    from_formatted: formatNumber(call.from),
    group_sid: null,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    price: over ? call.price : null,
    price_unit: 'USD',
    queue_time: '0',
    sid: call.sid,
    start_time: date(call.startedAt),
    status: call.status,
    subresource_uris: Object.fromEntries([...names, ...snake].map((name) => [name, `${uri}/${pascal(name)}.json`])),
    to: call.to,
    to_formatted: formatNumber(call.to),
    trunk_sid: null,
    uri: `${uri}.json`,
  }
}

export function recordingView(world: World, recording: Recording): Record<string, unknown> {
  const uri = `${accountUri(world)}/Recordings/${recording.sid}`
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: null,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.updatedAt),
    duration: String(recording.durationSeconds ?? -1),
    encryption_details: null,
    error_code: recording.errorCode,
    media_url: recordingUrl(world, recording.sid),
    price: recording.price,
    price_unit: 'USD',
    sid: recording.sid,
    source: recording.source,
    start_time: rfc2822(recording.startedAt),
    status: recording.status,
    subresource_uris: { add_on_results: `${uri}/AddOnResults.json`, transcriptions: `${uri}/Transcriptions.json` },
    uri: `${uri}.json`,
  }
}

/** The same recording as its call shows it: with its track, and the price as a number. */
export function callRecordingView(world: World, recording: Recording): Record<string, unknown> {
  const { media_url: _media, subresource_uris: _uris, ...view } = recordingView(world, recording)
  const uri = `${accountUri(world)}/Calls/${recording.callSid}/Recordings/${recording.sid}.json`
  return { ...view, price: recording.price === null ? null : Number(recording.price), track: recording.track, uri }
}

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
    type: isTollFree(number.phoneNumber) ? 'toll-free' : 'local',
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
