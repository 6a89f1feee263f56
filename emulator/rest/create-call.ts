import { findOwnNumber } from '../account/phone-numbers.ts'
import { parseAddress, parseClient } from '../account/address.ts'
import { isE164, parseNumber } from '../account/phone-number-format.ts'
import type { DocumentPlace } from '../calls/document-place.ts'
import type { OutboundCall } from '../calls/start-outbound-call.ts'
import type { RecordingCallback } from '../recordings/recording.ts'
import { isVerified } from '../registry/caller-id.ts'
import type { World } from '../world.ts'
import type { Form } from './form.ts'
import { readDetection } from './read-detection.ts'
import { RestError } from './rest-error.ts'

const callEvents = ['initiated', 'ringing', 'answered', 'completed']

/** Where a call's document comes from: Url before Twiml, as Twilio reads them. Null if neither is given. */
export function readPlace(form: Form): DocumentPlace | null {
  const url = form.url('Url', 21_205)
  if (url !== null && url !== '') return { url, method: form.method('Method') ?? 'POST', parameters: {} }
  const twiml = form.text('Twiml')
  if (twiml === null || twiml === '') return null
  if (twiml.length > 4000) throw new RestError(400, 21_205, 'Twiml must not be longer than 4000 characters')
  return { twiml }
}

export function readFallback(form: Form): OutboundCall['fallback'] {
  const url = form.url('FallbackUrl', 21_205)
  const method = form.method('FallbackMethod') ?? 'POST'
  return url === null || url === '' ? null : { url, method }
}

export function readCallback(form: Form): OutboundCall['callback'] {
  const url = form.url('StatusCallback', 21_609)
  if (url === null || url === '') return null
  const asked = form.all('StatusCallbackEvent').flatMap((value) => value.split(/[\s,]+/))
  const unknown = asked.find((event) => !callEvents.includes(event))
  if (unknown !== undefined) throw new RestError(400, 21_626, `Invalid StatusCallbackEvent: ${unknown}`)
  return {
    url,
    method: form.method('StatusCallbackMethod') ?? 'POST',
    events: new Set(asked.length > 0 ? asked : ['completed']),
  }
}

/** Where and of what a recording is reported, for the call's own and for one started later. */
export function readRecordingCallback(form: Form, prefix: '' | 'Conference' = ''): RecordingCallback | null {
  const name = `${prefix}RecordingStatusCallback`
  const url = form.url(name, 21_609)
  if (url === null || url === '') return null
  const events = form.all(`${name}Event`).flatMap((value) => value.split(/[\s,]+/))
  const method = form.method(`${name}Method`) ?? 'POST'
  return { url, method, events: new Set(events.length > 0 ? events : ['completed']) }
}

export function readRecording(form: Form): OutboundCall['recording'] {
  if (!form.bool('Record', false)) return null
  const channels = form.text('RecordingChannels') === 'dual' ? 2 : 1
  const trims = form.text('Trim') !== 'do-not-trim'
  return { channels, track: form.text('RecordingTrack') ?? 'both', trims, callback: readRecordingCallback(form) }
}

/** Who calls whom. A phone number is called by a phone number; clients and SIP addresses by anything. */
export function readParties(form: Form): { from: string; to: string } {
  const to = form.text('To')?.trim() ?? ''
  if (to === '') throw new RestError(400, 21_201, "No 'To' number is specified")
  const from = form.text('CallerId')?.trim() || (form.text('From')?.trim() ?? '')
  if (from === '') throw new RestError(400, 21_213, "A 'From' phone number is required.")
  const callee = to.startsWith('app:') ? to : parseAddress(to)
  if (callee === null) {
    throw new RestError(400, 21_211, `The phone number you are attempting to call, ${to}, is not valid.`)
  }
  const caller = isE164(callee) ? parseNumber(from) : (parseAddress(from) ?? parseClient(from))
  if (caller === null) throw new RestError(400, 21_212, `Invalid From Number (caller ID): ${from}`)
  return { from: caller, to: callee }
}

export function readSendDigits(form: Form): string {
  const digits = form.text('SendDigits') ?? ''
  if (!/^[0-9A-D#*wW]{0,32}$/.test(digits)) throw new RestError(400, 21_206, `SendDigits is not valid: ${digits}`)
  return digits
}

type Sources = Pick<OutboundCall, 'first' | 'fallback' | 'callback'>

/** An application's URLs stand for the request's own; else a URL or TwiML is needed. */
function readSources(world: World, form: Form): Sources {
  const sid = form.text('ApplicationSid') ?? ''
  if (sid === '') {
    const first = readPlace(form)
    if (first === null) throw new RestError(400, 21_205, 'Url parameter is required.')
    return { first, fallback: readFallback(form), callback: readCallback(form) }
  }
  const application = world.account.registry.applications.get(sid)
  if (application === undefined || application.voiceUrl === '') {
    throw new RestError(400, 21_218, `ApplicationSid is not an application that answers calls: ${sid}`)
  }
  const { voiceUrl, voiceMethod, voiceFallbackUrl, voiceFallbackMethod, statusCallback, statusCallbackMethod } =
    application
  const events = new Set(['completed'])
  return {
    first: { url: voiceUrl, method: voiceMethod, parameters: { ApplicationSid: sid } },
    fallback: voiceFallbackUrl === '' ? null : { url: voiceFallbackUrl, method: voiceFallbackMethod },
    callback: statusCallback === '' ? null : { url: statusCallback, method: statusCallbackMethod, events },
  }
}

/** What a create request asks for, checked as Twilio checks it; who may call is checked apart. */
export function readCall(world: World, form: Form): OutboundCall {
  return {
    ...readParties(form),
    ...readSources(world, form),
    ...readLimits(form),
    sendDigits: readSendDigits(form),
    detection: readDetection(form, 'AsyncAmdStatusCallback'),
    recording: readRecording(form),
  }
}

export function readLimits(form: Form): Pick<OutboundCall, 'timeoutSeconds' | 'timeLimitSeconds'> {
  return {
    timeoutSeconds: form.int('Timeout', 60, { low: 1, high: 600, code: 21_208 }),
    timeLimitSeconds: form.int('TimeLimit', 14_400, { low: 1, high: 86_400, code: 21_208 }),
  }
}

/** A phone number that calls must be one of the account; a trial account calls verified numbers only. */
export function checkCaller({ account }: World, { from, to }: { from: string; to: string }): void {
  if (account.settings.trial && isE164(to) && !isVerified(account, to)) {
    throw new RestError(400, 21_219, `The number ${to} is unverified. Trial accounts may only call verified numbers.`)
  }
  if (!isE164(from) || findOwnNumber(account, from) !== null || isVerified(account, from)) return
  const text = `The source phone number provided, ${from}, is not yet verified for your account.`
  throw new RestError(400, 21_210, text)
}
