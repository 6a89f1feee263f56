import { z } from 'zod'
import { neededText } from '../property'
import { defineWidget } from '../widget'

const Intents = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').map((intent) => intent.trim()) : value),
  z.array(z.string().min(1)).min(1, 'Name at least one intent.').max(20),
)

/** Goes on by what the words mean: an event for each intent, else noMatch. */
export const evaIntent = defineWidget({
  label: 'Intent',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({ text: neededText('The words to understand'), intents: Intents }),
  events: ({ intents }) => [...(Intents.safeParse(intents).data ?? []), 'noMatch'],
  failure: 'noMatch',
  enter: ({ text, intents }) => ({ request: { request: 'classify', text, intents } }),
  resume: ({ intents }, outcome) =>
    outcome.outcome === 'answered'
      ? { event: intents.includes(outcome.event) ? outcome.event : 'noMatch', outputs: outcome.outputs }
      : { event: 'noMatch' },
})
