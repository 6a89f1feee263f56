import twilio from 'twilio'
import type { Config } from '@/config'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { Verb } from '@/shared/ivr/instruction'
import { xmlText } from './xml-text'

/** An element of the SDK's documents, which has no type of its own there. */
type Parent = { ele(name: string, attributes: Record<string, string>): Parent; txt(text: string): Parent }
type Addresses = { next: string; isOver: boolean }

/** What a flow says and does, as Twilio runs it; then Twilio asks for more at `next`, unless the flow is over. */
export function renderFlow(config: Pick<Config, 'publicOrigin'>, verbs: readonly Verb[], addresses: Addresses): string {
  const response = new twilio.twiml.VoiceResponse()
  const root: Parent = response.response
  for (const verb of verbs) add(config, root, verb, addresses.next)
  if (!addresses.isOver) response.redirect({ method: 'POST' }, addresses.next)
  return response.toString()
}

/** The answer is not ready: a second of silence, then Twilio asks again. */
export function renderFlowWait(again: string): string {
  const response = new twilio.twiml.VoiceResponse()
  response.pause({ length: 1 })
  response.redirect({ method: 'POST' }, again)
  return response.toString()
}

function add(config: Pick<Config, 'publicOrigin'>, parent: Parent, verb: Verb, next: string) {
  switch (verb.verb) {
    case 'say':
      element(parent, 'Say', { voice: verb.voice, language: verb.language, loop: loopOf(verb.loop) }, verb.text)
      break
    case 'play':
      element(parent, 'Play', { loop: loopOf(verb.loop) }, verb.url)
      break
    case 'play-digits':
      element(parent, 'Play', { digits: verb.digits })
      break
    case 'gather':
      addGather(config, parent, verb, next)
      break
    case 'record':
      addRecord(config, parent, verb, next)
      break
    case 'dial':
      addDial(config, parent, verb, next)
      break
    case 'enqueue':
      element(parent, 'Enqueue', { action: next, method: 'POST', waitUrl: verb.waitUrl }, verb.queueName)
      break
    case 'start-recording':
      element(element(parent, 'Start', {}), 'Recording', {
        channels: verb.dual ? 'dual' : undefined,
        recordingStatusCallback: webhookUrl(config, '/api/twilio/webhooks/recording'),
        recordingStatusCallbackEvent: 'in-progress completed absent',
      })
      break
    case 'stop-recording':
      element(element(parent, 'Stop', {}), 'Recording', {})
      break
    case 'redirect':
      element(parent, 'Redirect', { method: verb.method }, verb.url)
      break
    case 'hang-up':
      element(parent, 'Hangup', {})
  }
}

function addGather(
  config: Pick<Config, 'publicOrigin'>,
  parent: Parent,
  verb: Extract<Verb, { verb: 'gather' }>,
  next: string,
) {
  const gather = element(parent, 'Gather', {
    action: next,
    method: 'POST',
    input: verb.input,
    timeout: verb.timeout,
    finishOnKey: verb.finishOnKey,
    numDigits: verb.numDigits,
    language: verb.language,
    speechTimeout: verb.speechTimeout,
    hints: verb.hints,
    profanityFilter: verb.profanityFilter,
    actionOnEmptyResult: true,
  })
  for (const prompt of verb.prompt) add(config, gather, prompt, next)
}

function addRecord(
  config: Pick<Config, 'publicOrigin'>,
  parent: Parent,
  verb: Extract<Verb, { verb: 'record' }>,
  next: string,
) {
  element(parent, 'Record', {
    action: next,
    method: 'POST',
    timeout: verb.timeout,
    finishOnKey: verb.finishOnKey,
    maxLength: verb.maxLength,
    playBeep: verb.playBeep,
    trim: verb.trim ? 'trim-silence' : 'do-not-trim',
    transcribe: verb.transcribe ? true : undefined,
    transcribeCallback: verb.transcribe ? webhookUrl(config, '/api/twilio/webhooks/transcription') : undefined,
    recordingStatusCallback: webhookUrl(config, '/api/twilio/webhooks/recording'),
    recordingStatusCallbackEvent: 'in-progress completed absent',
  })
}

const nouns = { number: 'Number', client: 'Client', sip: 'Sip', conference: 'Conference' } as const

function addDial(
  config: Pick<Config, 'publicOrigin'>,
  parent: Parent,
  verb: Extract<Verb, { verb: 'dial' }>,
  next: string,
) {
  const dial = element(parent, 'Dial', {
    action: next,
    method: 'POST',
    timeout: verb.timeout,
    timeLimit: verb.timeLimit,
    callerId: verb.callerId,
    record: verb.record ? 'record-from-answer-dual' : undefined,
    recordingStatusCallback: verb.record ? webhookUrl(config, '/api/twilio/webhooks/recording') : undefined,
    recordingStatusCallbackEvent: verb.record ? 'in-progress completed absent' : undefined,
  })
  const status = {
    // Nobody is whispered to here: whoever answers is connected.
    statusCallback: webhookUrl(config, '/api/twilio/webhooks/call-status', verb.record ? {} : { connects: 'true' }),
    statusCallbackEvent: 'initiated ringing answered completed',
  }
  for (const to of verb.to) element(dial, nouns[verb.noun], verb.noun === 'conference' ? {} : status, to)
}

/** Adds an element with the attributes that have a value, and text that XML can carry. */
function element(
  parent: Parent,
  name: string,
  attributes: Record<string, string | number | boolean | undefined>,
  text?: string,
): Parent {
  const given = Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, xmlText(String(value))]])),
  )
  const child = parent.ele(name, given)
  if (text !== undefined) child.txt(xmlText(text))
  return child
}

/** TwiML's loop 1 is the default; 0 is for ever, which is at most a thousand times. */
function loopOf(loop: number) {
  return loop === 1 ? undefined : loop
}
