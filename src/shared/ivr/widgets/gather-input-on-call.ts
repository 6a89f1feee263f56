import { z } from 'zod'
import { flag, optionalText, optionalWhole, text, whole } from '../property'
import { defineWidget } from '../widget'
import { promptProperties, promptVerbs } from './prompt'

const Properties = z.looseObject({
  ...promptProperties,
  timeout: whole(5, 1, 600),
  finish_on_key: z.preprocess((value) => value ?? '#', z.coerce.string()),
  stop_gather: flag(true),
  number_of_digits: optionalWhole(1, 1000),
  num_digits: optionalWhole(1, 1000),
  gather_language: optionalText,
  speech_recognition_language: optionalText,
  speech_timeout: optionalText,
  hints: text,
  profanity_filter: flag(true),
})

/** Asks for keys or words. Speech is listened for as soon as a speech setting or a way out by speech is there. */
export const gatherInputOnCall = defineWidget({
  label: 'Gather input',
  channels: ['call'],
  properties: Properties,
  events: () => ['keypress', 'speech', 'timeout'],
  hangUp: 'hangup',
  enter: (properties, { transitions }) => {
    const digits = properties.number_of_digits ?? properties.num_digits
    const listens = transitions.some(({ event, next }) => event === 'speech' && next !== undefined)
    return {
      wait: 'report',
      verbs: [
        {
          verb: 'gather',
          prompt: promptVerbs(properties),
          input: listens ? 'dtmf speech' : 'dtmf',
          timeout: properties.timeout,
          finishOnKey: properties.finish_on_key,
          numDigits: properties.stop_gather ? digits : undefined,
          language: properties.gather_language ?? properties.speech_recognition_language,
          speechTimeout: listens ? (properties.speech_timeout ?? 'auto') : undefined,
          hints: properties.hints === '' ? undefined : properties.hints,
          profanityFilter: listens ? properties.profanity_filter : undefined,
        },
      ],
    }
  },
  resume: (_properties, outcome) => {
    const parameters = outcome.outcome === 'reported' ? outcome.parameters : {}
    const outputs = { ...parameters }
    if ((parameters.Digits ?? '') !== '') return { event: 'keypress', outputs }
    if ((parameters.SpeechResult ?? '') !== '') return { event: 'speech', outputs }
    return { event: 'timeout' }
  },
})
