import type { Element } from './parse-twiml.ts'
import { complain } from './verb.ts'
import type { Scene } from './verb.ts'

type Rule = { code: number; isValid: (text: string) => boolean }

function whole(code: number, low: number, high = 86_400): Rule {
  return { code, isValid: (text) => /^\d{1,9}$/.test(text) && Number(text) >= low && Number(text) <= high }
}

function like(code: number, shape: RegExp): Rule {
  return { code, isValid: (text) => shape.test(text) }
}

const truth = /^(true|false)$/i
const method = /^(get|post)$/i
const trim = /^(trim-silence|do-not-trim)$/
const keys = /^[0-9*#]*$/
const voice = /^(man|woman|alice|[A-Za-z]+\..+)$/
const language = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/

/**
 * Which values Twilio takes, by element and attribute, and the code of its debugger for any other. A value that is not taken counts as if
 * it were absent. https://www.twilio.com/docs/api/errors
 */
const rules: Record<string, Record<string, Rule>> = {
  Dial: {
    method: like(13_210, method),
    timeout: whole(13_212, 1, 600),
    hangupOnStar: like(13_213, truth),
    timeLimit: whole(13_216, 1),
    record: like(13_217, /^(true|false|do-not-record|record-from-(answer|ringing)(-dual)?)$/),
    sequential: like(13_218, truth),
    answerOnBridge: like(13_219, truth),
    ringTone: like(13_220, /^([a-z]{2}(-[a-z]+)?|automatic)$/i),
  },
  'Dial>Number': { method: like(13_221, method), sendDigits: like(13_222, /^[0-9A-D#*wW]*$/) },
  'Dial>Sip': { method: like(13_241, method) },
  'Dial>Queue': { method: like(14_210, method) },
  'Dial>Conference': {
    muted: like(13_230, truth),
    endConferenceOnExit: like(13_231, truth),
    startConferenceOnEnter: like(13_232, truth),
    waitMethod: like(13_234, method),
    beep: like(13_235, /^(true|false|onEnter|onExit)$/),
    trim: like(13_239, trim),
  },
  Gather: {
    finishOnKey: like(13_310, /^[0-9*#]?$/),
    method: like(13_312, method),
    timeout: { ...whole(13_313, 0), isValid: (text) => text === 'auto' || /^\d{1,5}$/.test(text) },
    numDigits: whole(13_314, 1),
    input: like(13_326, /^((dtmf|speech)([\s,]+|$)){1,2}$/),
    speechTimeout: { ...whole(13_327, 1), isValid: (text) => text === 'auto' || /^[1-9]\d{0,4}$/.test(text) },
    maxSpeechTime: whole(13_328, 1),
    partialResultCallbackMethod: like(13_329, method),
    hints: { code: 13_330, isValid: (text) => text.split(',').length <= 500 },
    language: like(13_331, language),
    bargeIn: like(13_332, truth),
    profanityFilter: like(13_333, truth),
    speechModel: like(13_334, /^(default|numbers_and_commands|phone_call|(experimental|googlev2|deepgram)_[\w-]+)$/),
    actionOnEmptyResult: like(13_338, truth),
  },
  'Gather>Say': { voice: like(13_321, voice), loop: whole(13_322, 0) },
  Play: { loop: whole(13_410, 0), digits: like(13_430, /^[0-9A-D#*wW]*$/) },
  Say: { loop: whole(13_510, 0), voice: like(13_511, voice), language: like(13_512, language) },
  Record: {
    method: like(13_610, method),
    timeout: whole(13_611, 0),
    maxLength: whole(13_612, 1),
    finishOnKey: like(13_613, keys),
    transcribe: like(13_614, truth),
    playBeep: like(13_616, truth),
    trim: like(13_699, trim),
  },
  Redirect: { method: like(13_710, method) },
  Reject: { reason: like(13_810, /^(rejected|busy)$/) },
  Enqueue: { method: like(14_201, method), waitUrlMethod: like(14_206, method) },
}

/** Tells the debugger of each value that Twilio does not take; `parent` is the verb around a noun. */
export function checkValues(run: Scene, element: Element, parent: string | null): void {
  const taken = (parent === null ? undefined : rules[`${parent}>${element.name}`]) ?? rules[element.name]
  for (const [name, text] of Object.entries(element.attributes)) {
    const rule = taken?.[name]
    if (rule === undefined || rule.isValid(text.trim())) continue
    complain(run, rule.code, `${element.name}: invalid ${name} ${text}`)
  }
  for (const { code, text, applies } of pairs) if (applies(element)) complain(run, code, text)
}

/** Values that are fine alone but not together. */
const pairs: { code: number; text: string; applies: (element: Element) => boolean }[] = [
  {
    code: 13_335,
    text: 'Gather: speechTimeout auto cannot be used with the default model',
    applies: ({ name, attributes }) =>
      name === 'Gather' && attributes['speechTimeout'] === 'auto' && attributes['speechModel'] === 'default',
  },
  {
    code: 13_615,
    text: 'Record: maxLength is too high for a transcription',
    applies: ({ name, attributes }) =>
      name === 'Record' && attributes['transcribe'] === 'true' && Number(attributes['maxLength']) > 120,
  },
]
