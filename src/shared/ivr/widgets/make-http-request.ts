import { z } from 'zod'
import { neededText, text } from '../property'
import { defineWidget, type Outcome } from '../widget'

const Parameters = z.array(z.looseObject({ key: z.string(), value: text })).default([])

export const makeHttpRequest = defineWidget({
  label: 'HTTP request',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({
    method: z.preprocess(
      (value) => (typeof value === 'string' ? value.toUpperCase() : value),
      z.enum(['GET', 'POST']).default('GET'),
    ),
    url: neededText('The address'),
    content_type: z.preprocess(
      (value) => value ?? undefined,
      z.string().default('application/x-www-form-urlencoded;charset=utf-8'),
    ),
    body: text,
    parameters: Parameters,
  }),
  events: () => ['success', 'failed'],
  failure: 'failed',
  enter: (properties) => ({
    request: {
      request: 'http',
      method: properties.method,
      url: properties.url,
      contentType: properties.content_type,
      body: properties.body,
      parameters: properties.parameters.map(({ key, value }) => [key, value]),
    },
  }),
  resume: (_properties, outcome) => left(outcome, 'success', 'failed'),
})

/** A Twilio Function is an address that takes parameters. */
export const runFunction = defineWidget({
  label: 'Run function',
  channels: ['call', 'message'],
  acts: true,
  properties: z.looseObject({ url: neededText('The address of the function'), parameters: Parameters }),
  events: () => ['success', 'fail'],
  failure: 'fail',
  enter: (properties) => ({
    request: {
      request: 'http',
      method: 'POST',
      url: properties.url,
      contentType: 'application/x-www-form-urlencoded;charset=utf-8',
      body: '',
      parameters: properties.parameters.map(({ key, value }) => [key, value]),
    },
  }),
  resume: (_properties, outcome) => left(outcome, 'success', 'fail'),
})

function left(outcome: Outcome, success: string, failure: string) {
  return outcome.outcome === 'answered'
    ? { event: outcome.event === 'success' ? success : failure, outputs: outcome.outputs }
    : { event: failure }
}
