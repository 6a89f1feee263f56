import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '@/api/app'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey.close())

describe('the description of the API', () => {
  test('has every route that is mounted under /api/twilio, with its method', async () => {
    const { body: document } = await journey.api('/openapi.json')
    const routes = createApp(journey.server.installation).routes.filter(
      (route) => route.path.startsWith('/api/twilio/') && route.method !== 'ALL' && !route.path.includes('*'),
    )
    expect(routes.length).toBeGreaterThan(25)
    for (const { method, path } of routes) {
      const described = path.replaceAll(/:(\w+)/g, '{$1}').replace(/\/$/, '')
      expect(document.paths[described], `${method} ${described}`).toHaveProperty(method.toLowerCase())
    }
  })

  test('says of each what it is for and how it answers; only Twilio’s own routes are left to Twilio', async () => {
    const { body: document } = await journey.api('/openapi.json')
    for (const [path, methods] of Object.entries<Record<string, Record<string, unknown>>>(document.paths)) {
      if (
        path.startsWith('/api/twilio/webhooks/') ||
        path === '/api/twilio/ivr/execute' ||
        path.endsWith('/docs') ||
        path.endsWith('/openapi.json')
      )
        continue
      for (const [method, operation] of Object.entries(methods)) {
        expect(operation, `${method} ${path}`).toMatchObject({
          tags: [expect.any(String)],
          summary: expect.any(String),
          responses: { default: { description: 'An error, in one shape' } },
        })
      }
    }
  })

  test('describes what is sent and answered by the schemas that validate', async () => {
    const { body: document } = await journey.api('/openapi.json')
    const send = document.paths['/api/twilio/messages'].post
    expect(send.requestBody.content['application/json'].schema.properties.to.pattern).toContain('[1-9]')
    expect(Object.keys(send.responses)).toEqual(expect.arrayContaining(['201', '202', 'default']))
    expect(
      document.paths['/api/twilio/calls'].get.parameters.map((parameter: { name: string }) => parameter.name),
    ).toEqual(expect.arrayContaining(['limit', 'cursor', 'status', 'phoneNumber']))
  })

  test('is a page without scripts for people', async () => {
    const page = await fetch(`${journey.server.url}/api/twilio/docs`)
    const text = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(text).toContain('/api/twilio/messages/conversations/{id}')
    expect(text).not.toContain('<script')
  })
})
