import { z } from 'zod'
import type { Outputs } from '../execution'
import { deepest, isDeeperThan } from '../../is-deeper-than'
import { flag, text } from '../property'
import { defineWidget } from '../widget'

export const setVariables = defineWidget({
  label: 'Set variables',
  channels: ['call', 'message'],
  properties: z.looseObject({
    variables: z.array(z.looseObject({ key: z.string().min(1), value: text, parse_as_json: flag(false) })).default([]),
  }),
  events: () => ['next'],
  enter: ({ variables }) => {
    const set: Outputs = {}
    for (const { key, value, parse_as_json: asJson } of variables) set[key] = asJson ? parsed(value) : value
    return { event: 'next', variables: set }
  },
})

/** Throws on what is no JSON, or nested too deep to be kept. */
function parsed(value: string) {
  const json: unknown = JSON.parse(value)
  if (isDeeperThan(json, deepest)) throw new Error('the value is nested too deep')
  return z.json().parse(json)
}
