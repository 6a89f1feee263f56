import { findOwnNumber } from '../account/phone-numbers.ts'
import { parseNumber } from '../account/phone-number-format.ts'
import type { DocumentPlace } from '../calls/document-place.ts'
import type { OutboundCall } from '../calls/start-outbound-call.ts'
import { isVerified } from '../registry/caller-id.ts'
import type { RecordingCallback } from '../recordings/recording.ts'
import type { World } from '../world.ts'
import type { Form } from './form.ts'
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
  return url === null || url === '' ? null : { url, method: form.method('FallbackMethod') ?? 'POST' }
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
export function readRecordingCallback(form: Form): RecordingCallback | null {
  const url = form.url('RecordingStatusCallback', 21_609)
  if (url === null || url === '') return null
  const events = form.all('RecordingStatusCallbackEvent').flatMap((value) => value.split(/[\s,]+/))
  const method = form.method('RecordingStatusCallbackMethod') ?? 'POST'
  return { url, method, events: new Set(events.length > 0 ? events : ['completed']) }
}

function readRecording(form: Form): OutboundCall['recording'] {
  if (!form.bool('Record', false)) return null
  const channels = form.text('RecordingChannels') === 'dual' ? 2 : 1
  return { channels, track: form.text('RecordingTrack') ?? 'both', callback: readRecordingCallback(form) }
}

function readFrom(form: Form): string {
  const from = form.text('From')?.trim() ?? ''
  if (from === '') throw new RestError(400, 21_213, "A 'From' phone number is required.")
  const number = parseNumber(from)
  if (number === null) throw new RestError(400, 21_212, `Invalid From Number (caller ID): ${from}`)
  return number
}

type Answering = Pick<OutboundCall, 'first' | 'fallback' | 'callback'>

/** An application stands for all URLs of a call; those of the request are then ignored. */
function readApplication({ account }: World, form: Form): Answering | null {
  const sid = form.text('ApplicationSid')
  if (sid === null || sid === '') return null
  const found = account.registry.applications.get(sid)
  if (found === undefined)
    throw new RestError(400, 21_218, `ApplicationSid is not an application of this account: ${sid}`)
  const { voiceUrl, voiceMethod, voiceFallbackUrl, voiceFallbackMethod, statusCallback, statusCallbackMethod } = found
  if (voiceUrl === '') throw new RestError(400, 21_218, `The application ${sid} has no VoiceUrl`)
  return {
    first: { url: voiceUrl, method: voiceMethod, parameters: {} },
    fallback: voiceFallbackUrl === '' ? null : { url: voiceFallbackUrl, method: voiceFallbackMethod },
    callback:
      statusCallback === ''
        ? null
        : { url: statusCallback, method: statusCallbackMethod, events: new Set(['completed']) },
  }
}

/** What a create request asks for, checked as Twilio checks it; who may call is checked apart. */
export function readCall(world: World, form: Form): OutboundCall {
  const to = form.text('To')?.trim() ?? ''
  if (to === '') throw new RestError(400, 21_201, "No 'To' number is specified")
  const from = readFrom(form)
  const number = parseNumber(to)
  if (number === null)
    throw new RestError(400, 21_211, `The phone number you are attempting to call, ${to}, is not valid.`)
  const application = readApplication(world, form)
  const { first, fallback, callback } = application ?? {
    first: readPlace(form),
    fallback: readFallback(form),
    callback: readCallback(form),
  }
  if (first === null) throw new RestError(400, 21_205, 'Url parameter is required.')
  const sendDigits = form.text('SendDigits') ?? ''
  if (!/^[0-9A-D#*wW]{0,32}$/.test(sendDigits))
    throw new RestError(400, 21_206, `SendDigits is not valid: ${sendDigits}`)
  return {
    from,
    to: number,
    first,
    fallback,
    callback,
    timeoutSeconds: form.int('Timeout', 60, { low: 1, high: 600, code: 21_208 }),
    timeLimitSeconds: form.int('TimeLimit', 14_400, { low: 1, high: 86_400, code: 21_208 }),
    sendDigits,
    recording: readRecording(form),
  }
}

export function checkCaller(world: World, input: OutboundCall): void {
  const { account } = world
  if (account.settings.trial && !isVerified(account, input.to)) {
    throw new RestError(
      400,
      21_219,
      `The number ${input.to} is unverified. Trial accounts may only call verified numbers.`,
    )
  }
  if (findOwnNumber(account, input.from) !== null || isVerified(account, input.from)) return
  const text = `The source phone number provided, ${input.from}, is not yet verified for your account.`
  throw new RestError(400, 21_210, text)
}
