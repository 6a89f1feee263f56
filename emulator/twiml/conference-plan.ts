import type { Beep, Music, ParticipantPlan, RoomPlan } from '../conferences/conference.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import { boolAttribute, intAttribute, methodAttribute, wordsAttribute } from './attributes.ts'
import type { Element } from './parse-twiml.ts'
import { textOf } from './parse-twiml.ts'
import { recordingCallbackOf } from './recording-callback.ts'
import type { Scene } from './verb.ts'

export const mostParticipants = 250

/** What a Conference noun asks for: https://www.twilio.com/docs/voice/twiml/conference. Relative URLs start from the document. */
export function readConference(run: Scene, noun: Element): ParticipantPlan & RoomPlan {
  const { attributes } = noun
  const coach = attributes['coach']?.trim() || null
  return {
    name: textOf(noun).trim(),
    label: attributes['participantLabel'] || null,
    muted: boolAttribute(noun, 'muted', false),
    coaching: coach !== null,
    callSidToCoach: coach,
    startOnEnter: boolAttribute(noun, 'startConferenceOnEnter', true),
    endOnExit: boolAttribute(noun, 'endConferenceOnExit', false),
    beep: readBeep(attributes['beep']),
    wait: readWait(noun, run.documentUrl),
    maxParticipants: intAttribute(noun, 'maxParticipants', mostParticipants, 2, mostParticipants),
    region: attributes['region']?.trim() || null,
    record: /^(record-from-start|true)$/.test(attributes['record'] ?? ''),
    trim: attributes['trim'] !== 'do-not-trim',
    recordingCallback: recordingCallbackOf(run, noun),
    callback: readCallback(noun, run.documentUrl),
  }
}

export function readBeep(text: string | undefined): Beep {
  return text === 'false' || text === 'onEnter' || text === 'onExit' ? text : 'true'
}

function readWait(noun: Element, documentUrl: string | null): Music {
  const text = noun.attributes['waitUrl']
  if (text === undefined) return 'default'
  if (text.trim() === '') return 'silence'
  const url = resolveUrl(text, documentUrl)
  return url === null ? 'default' : { url, method: methodAttribute(noun, 'waitMethod') }
}

function readCallback(noun: Element, documentUrl: string | null): RoomPlan['callback'] {
  const text = noun.attributes['statusCallback']
  const url = text === undefined || text === '' ? null : resolveUrl(text, documentUrl)
  if (url === null) return null
  const events = new Set(wordsAttribute(noun, 'statusCallbackEvent', []))
  return { url, method: methodAttribute(noun, 'statusCallbackMethod'), events }
}
