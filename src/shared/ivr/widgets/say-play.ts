import { z } from 'zod'
import { text } from '../property'
import { defineWidget } from '../widget'
import { promptProperties, promptVerbs } from './prompt'

export const sayPlay = defineWidget({
  label: 'Say or play',
  channels: ['call'],
  properties: z.looseObject({ ...promptProperties, digits: text }),
  events: () => ['audioComplete'],
  enter: (properties) => ({
    verbs:
      properties.digits.trim() === ''
        ? promptVerbs(properties)
        : [...promptVerbs(properties), { verb: 'play-digits', digits: properties.digits }],
    event: 'audioComplete',
  }),
})
