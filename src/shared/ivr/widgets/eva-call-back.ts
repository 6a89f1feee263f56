import { z } from 'zod'
import { addressOf } from '../address-of'
import { flag, optionalText, text, whole } from '../property'
import { defineWidget, type StepEnvironment } from '../widget'
import { promptProperties, promptVerbs } from './prompt'

const Properties = z.looseObject({
  ...promptProperties,
  /** A caller is asked to press 1 first. */
  asks: flag(true),
  timeout: whole(5, 1, 600),
  phone_number: optionalText,
  wish: text,
})

/** Writes down that the other party wants to be called back; a caller may be asked whether they do. */
export const evaCallBack = defineWidget({
  label: 'Call back',
  channels: ['call', 'message'],
  acts: true,
  properties: Properties,
  events: () => ['requested', 'declined', 'failed'],
  failure: 'failed',
  hangUp: 'declined',
  enter: (properties, environment) => {
    if (!properties.asks || environment.execution.channel === 'message') return wanted(properties, environment)
    const prompt = promptVerbs(properties)
    const gather = { input: 'dtmf' as const, timeout: properties.timeout, finishOnKey: '', numDigits: 1 }
    return {
      wait: 'report',
      verbs: [{ verb: 'gather', prompt: prompt.length > 0 ? prompt : usualOffer, ...gather }],
    }
  },
  resume: (properties, outcome, environment) => {
    if (outcome.outcome === 'answered') return { event: outcome.event, outputs: outcome.outputs }
    const key = outcome.outcome === 'reported' ? outcome.parameters.Digits : undefined
    return key === '1' ? wanted(properties, environment) : { event: 'declined' }
  },
})

const usualOffer = promptVerbs({
  say: 'Press 1 and we will call you back.',
  play: '',
  voice: undefined,
  language: undefined,
  loop: 1,
})

function wanted({ phone_number, wish }: z.output<typeof Properties>, { execution }: StepEnvironment) {
  return { request: { request: 'call-back' as const, phoneNumber: phone_number ?? addressOf(execution), wish } }
}
