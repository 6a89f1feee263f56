import { z } from 'zod'
import { Outputs } from '../execution'
import { neededText, text } from '../property'
import { defineWidget } from '../widget'

const Parameters = z
  .preprocess(
    (value) => (Array.isArray(value) ? Object.fromEntries(value.flatMap((item) => entryOf(item))) : value),
    Outputs.optional(),
  )
  .transform((parameters) => parameters ?? {})

/** Runs another published flow and comes back with the variables it set. */
export const runSubflow = defineWidget({
  label: 'Run subflow',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({
    flow_sid: neededText('The flow'),
    flow_revision: z.preprocess((value) => value || undefined, z.string().default('LatestPublished')),
    parameters: Parameters,
  }),
  events: () => ['completed', 'failed'],
  failure: 'failed',
  enter: (properties) => ({
    request: {
      request: 'subflow',
      flowSid: properties.flow_sid,
      revision: properties.flow_revision,
      parameters: properties.parameters,
    },
  }),
  resume: (_properties, outcome) =>
    outcome.outcome === 'answered' ? { event: outcome.event, outputs: outcome.outputs } : { event: 'failed' },
})

const Parameter = z.object({ key: z.string(), value: text })

function entryOf(item: unknown): [string, string][] {
  const parsed = Parameter.safeParse(item)
  return parsed.success ? [[parsed.data.key, parsed.data.value]] : []
}
