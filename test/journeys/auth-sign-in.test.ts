import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'

let journey: AuthJourney

beforeAll(async () => {
  journey = await startAuthJourney()
})
afterAll(() => journey.close())

describe('signing in', () => {
  test('the first administrator begins with the one-time link and is signed in', async () => {
    const token = new URL(journey.server.firstAdminUrl!).searchParams.get('token')
    const opened = await journey.fetch(`/api/twilio/welcome?token=${token}`)
    expect(await opened.json()).toEqual({ kind: 'first_admin', name: null, email: null, role: 'admin' })
    const answer = await journey.fetch('/api/twilio/welcome', {
      method: 'POST',
      body: JSON.stringify({ token, name: 'Ada', email: 'Ada@Example.com', password: 'correct horse battery' }),
    })
    expect(answer.status).toBe(201)
    const me = await journey.fetch('/api/twilio/me', { headers: { cookie: journey.cookieOf(answer) } })
    expect(await me.json()).toMatchObject({ name: 'Ada', email: 'ada@example.com', role: 'admin' })
  })
})
