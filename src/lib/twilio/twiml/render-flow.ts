import type { Config } from '@/config'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { Verb } from '@/shared/ivr/instruction'
import { escapeXml, xmlElement } from './xml-element'

type Addresses = { next: string; isOver: boolean }

/** What a flow says and does, as Twilio runs it; then Twilio asks for more at `next`, unless the flow is over. */
export function renderFlow(config: Pick<Config, 'publicOrigin'>, verbs: readonly Verb[], addresses: Addresses): string {
  const contents = verbs.map((verb) => render(config, verb, addresses.next))
  if (!addresses.isOver) contents.push(redirect(addresses.next))
  return document(contents)
}

/** The answer is not ready: a second of silence, then Twilio asks again. */
export function renderFlowWait(again: string): string {
  return document([xmlElement('Pause', { length: 1 }), redirect(again)])
}

function document(contents: readonly string[]) {
  return `<?xml version="1.0" encoding="UTF-8"?>${xmlElement('Response', {}, contents.join(''))}`
}

function redirect(url: string, method = 'POST') {
  return xmlElement('Redirect', { method }, escapeXml(url))
}

function render(config: Pick<Config, 'publicOrigin'>, verb: Verb, next: string): string {
  switch (verb.verb) {
    case 'say': {
      const attributes = { voice: verb.voice, language: verb.language, loop: loopOf(verb.loop) }
      return xmlElement('Say', attributes, escapeXml(verb.text))
    }
    case 'play':
      return xmlElement('Play', { loop: loopOf(verb.loop) }, escapeXml(verb.url))
    case 'play-digits':
      return xmlElement('Play', { digits: verb.digits })
    case 'gather':
      return renderGather(config, verb, next)
    case 'record':
      return renderRecord(config, verb, next)
    case 'dial':
      return renderDial(config, verb, next)
    case 'enqueue': {
      const attributes = { action: next, method: 'POST', waitUrl: verb.waitUrl }
      return xmlElement('Enqueue', attributes, escapeXml(verb.queueName))
    }
    case 'start-recording': {
      const recording = xmlElement('Recording', {
        channels: verb.dual ? 'dual' : undefined,
        recordingStatusCallback: webhookUrl(config, '/api/twilio/webhooks/recording'),
        recordingStatusCallbackEvent: 'in-progress completed absent',
      })
      return xmlElement('Start', {}, recording)
    }
    case 'stop-recording':
      return xmlElement('Stop', {}, xmlElement('Recording', {}))
    case 'redirect':
      return redirect(verb.url, verb.method)
    case 'hang-up':
      return xmlElement('Hangup', {})
  }
}

function renderGather(config: Pick<Config, 'publicOrigin'>, verb: Extract<Verb, { verb: 'gather' }>, next: string) {
  const attributes = {
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
  }
  return xmlElement('Gather', attributes, verb.prompt.map((prompt) => render(config, prompt, next)).join(''))
}

function renderRecord(config: Pick<Config, 'publicOrigin'>, verb: Extract<Verb, { verb: 'record' }>, next: string) {
  return xmlElement('Record', {
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

function renderDial(config: Pick<Config, 'publicOrigin'>, verb: Extract<Verb, { verb: 'dial' }>, next: string) {
  const attributes = {
    action: next,
    method: 'POST',
    timeout: verb.timeout,
    timeLimit: verb.timeLimit,
    callerId: verb.callerId,
    record: verb.record ? 'record-from-answer-dual' : undefined,
    recordingStatusCallback: verb.record ? webhookUrl(config, '/api/twilio/webhooks/recording') : undefined,
    recordingStatusCallbackEvent: verb.record ? 'in-progress completed absent' : undefined,
  }
  const status = {
    // Nobody is whispered to here: whoever answers is connected.
    statusCallback: webhookUrl(config, '/api/twilio/webhooks/call-status', verb.record ? {} : { connects: 'true' }),
    statusCallbackEvent: 'initiated ringing answered completed',
  }
  const legs = verb.to.map((to) =>
    xmlElement(nouns[verb.noun], verb.noun === 'conference' ? {} : status, escapeXml(to)),
  )
  return xmlElement('Dial', attributes, legs.join(''))
}

/** TwiML's loop 1 is the default; 0 is for ever, which is at most a thousand times. */
function loopOf(loop: number) {
  return loop === 1 ? undefined : loop
}
