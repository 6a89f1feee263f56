import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'

const password = 'correct horse battery'
let journey: AuthJourney

const guess = (from: AuthJourney, attempt: number, forwardedFor: string) =>
  from.fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
    // Not an address at all, so that no password has to be tried; it counts all the same.
    body: JSON.stringify({ email: `nobody-${attempt}`, password: 'x' }),
  })

beforeAll(async () => {
  journey = await startAuthJourney()
  await journey.addPerson({ name: 'Ada', email: 'ada@example.com', role: 'admin', password })
})
afterAll(() => journey.close())
// Whatever was counted in one test has ended before the next.
beforeEach(() => journey.clock.advance(60 * 60 * 1_000))

describe('signing in', () => {
  test('with address and password gives a session, and signing out ends it', async () => {
    const answer = await journey.signIn('ADA@example.com', password)
    expect(answer.status).toBe(200)
    const cookie = journey.cookieOf(answer)
    const me = await journey.fetch('/api/twilio/me', { headers: { cookie } })
    expect(await me.json()).toMatchObject({ type: 'person', name: 'Ada', email: 'ada@example.com', role: 'admin' })

    const left = await journey.fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { cookie, origin: journey.server.url },
    })
    expect(left.status).toBe(200)
    expect((await journey.fetch('/api/twilio/me', { headers: { cookie } })).status).toBe(401)
  })

  test('keeps the cookie from scripts and from other sites', async () => {
    const answer = await journey.signIn('ada@example.com', password)
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('eva.session_token='))
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).not.toMatch(/; Secure/)
  })

  test('asks for a secure cookie where the public address is https', async () => {
    const https = await startAuthJourney(
      { PUBLIC_URL: 'https://eva.example.com' },
      { databaseUrl: journey.databaseUrl },
    )
    try {
      const answer = await https.signIn('ada@example.com', password)
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-eva\.session_token=.*; Secure/)
      const cookie = https.cookieOf(answer)
      expect((await https.fetch('/api/twilio/me', { headers: { cookie } })).status).toBe(200)
    } finally {
      await https.close()
    }
  })

  test('counts behind a proxy that asks for a password of its own, and a bearer token counts before it', async () => {
    const cookie = journey.cookieOf(await journey.signIn('ada@example.com', password))
    const status = async (authorization: string, init: RequestInit = {}) =>
      (await journey.fetch('/api/twilio/me', { ...init, headers: { cookie, authorization } })).status
    expect(await status('Basic dXNlcjpwYXNzd29yZA==')).toBe(200)
    expect(await status('Bearer eva_of-nobody')).toBe(401)
  })

  test('says the same about a wrong password and about nobody', async () => {
    const wrong = await journey.signIn('ada@example.com', 'wrong horse battery')
    const nobody = await journey.signIn('nobody@example.com', 'wrong horse battery')
    expect([wrong.status, nobody.status]).toEqual([401, 401])
    const { error } = (await wrong.json()) as { error: { code: string; message: string; requestId: string } }
    expect(error).toMatchObject({ code: 'unauthenticated', requestId: wrong.headers.get('x-request-id') })
    expect(await nobody.json()).toMatchObject({ error: { code: error.code, message: error.message } })
  })

  test('takes no cookie that was changed', async () => {
    const cookie = journey.cookieOf(await journey.signIn('ada@example.com', password))
    const [name, value = ''] = cookie.split('=')
    const forged = `${name}=${value.startsWith('x') ? 'y' : 'x'}${value.slice(1)}`
    expect((await journey.fetch('/api/twilio/me', { headers: { cookie: forged } })).status).toBe(401)
  })

  test('ends with a limit for an account from one network, and opens again with time', async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      expect((await journey.signIn('ada@example.com', `wrong password ${attempt}`)).status).toBe(401)
    }
    const refused = await journey.signIn('ada@example.com', password)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('900')
    expect(await refused.json()).toMatchObject({ error: { code: 'limit_exceeded' } })
    journey.clock.advance(15 * 60 * 1_000)
    expect((await journey.signIn('ada@example.com', password)).status).toBe(200)
  })

  test('stays open to the person while a stranger guesses elsewhere, until far too many have', async () => {
    const proxied = await startAuthJourney(
      { TRUST_PROXY: '127.0.0.0/8' },
      { databaseUrl: journey.databaseUrl, clock: journey.clock },
    )
    const signedIn = await journey.signIn('ada@example.com', password)
    const device =
      journey
        .cookieOf(signedIn)
        .split('; ')
        .find((cookie) => cookie.startsWith('eva.device.')) ?? ''
    expect(signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith('eva.device.'))).toMatch(/HttpOnly/)
    const from = (address: string, guessed: string, cookie = '') =>
      proxied.fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: proxied.server.url, 'x-forwarded-for': address, cookie },
        body: JSON.stringify({ email: 'ada@example.com', password: guessed }),
      })
    try {
      for (let attempt = 0; attempt < 10; attempt++) await from('203.0.113.1', `wrong password ${attempt}`)
      expect((await from('203.0.113.1', password)).status).toBe(429)
      expect((await from('198.51.100.1', password)).status).toBe(200)

      // As after two hundred guesses from everywhere.
      const { pool } = journey.server.installation.database
      await pool.query(`update sign_in_attempts set attempts = 200 where key like 'account:%'`)
      expect((await from('192.0.2.1', password)).status).toBe(429)

      // But not on a browser that signed the person in before, whose own attempts are counted apart.
      expect((await from('192.0.2.1', password, device)).status).toBe(200)
      for (let attempt = 0; attempt < 10; attempt++) await from('192.0.2.1', `wrong password ${attempt}`, device)
      expect((await from('192.0.2.1', password, device)).status).toBe(429)
      expect((await from('192.0.2.1', password, `${device}x`)).status).toBe(429)
    } finally {
      await proxied.close()
    }
  })

  test('begins counting anew after the right password', async () => {
    for (let attempt = 0; attempt < 9; attempt++) await journey.signIn('ada@example.com', `wrong password ${attempt}`)
    expect((await journey.signIn('ada@example.com', password)).status).toBe(200)
    expect((await journey.signIn('ada@example.com', 'wrong again, sadly')).status).toBe(401)
  })

  test('counts attempts for all instances together', async () => {
    const second = await startAuthJourney({}, { databaseUrl: journey.databaseUrl, clock: journey.clock })
    try {
      for (let attempt = 0; attempt < 10; attempt++) {
        await (attempt % 2 ? second : journey).signIn('ada@example.com', `wrong password ${attempt}`)
      }
      expect((await second.signIn('ada@example.com', password)).status).toBe(429)
    } finally {
      await second.close()
    }
  })

  test('ends with a limit for an address; a forwarded header counts only from a trusted proxy', async () => {
    for (let attempt = 0; attempt < 60; attempt++) {
      expect((await guess(journey, attempt, `203.0.113.${attempt}`)).status).toBe(400)
    }
    expect((await guess(journey, 60, '203.0.113.60')).status).toBe(429)

    const proxied = await startAuthJourney(
      { TRUST_PROXY: '127.0.0.0/8' },
      { databaseUrl: journey.databaseUrl, clock: journey.clock },
    )
    try {
      expect((await guess(proxied, 61, '203.0.113.61')).status).toBe(400)
    } finally {
      await proxied.close()
    }
  })
})

describe('what is open of signing in', () => {
  test.each([
    ['POST', '/api/auth/sign-up/email', { name: 'Eve', email: 'eve@example.com', password }],
    ['POST', '/api/auth/request-password-reset', { email: 'ada@example.com' }],
    ['POST', '/api/auth/sign-in/social', { provider: 'github' }],
    ['POST', '/api/auth/change-email', { newEmail: 'eve@example.com' }],
    ['POST', '/api/auth/delete-user', {}],
    ['GET', '/api/auth/error', undefined],
    ['GET', '/api/auth/ok', undefined],
  ])('is not %s %s', async (method, path, body) => {
    const answer = await journey.fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } })
  })

  test('even called from inside, sign-up stays closed', async () => {
    const { auth } = journey.server.installation
    await expect(
      auth.better.api.signUpEmail({ body: { name: 'Eve', email: 'eve@example.com', password } }),
    ).rejects.toThrow(/sign up is not enabled/i)
  })
})

describe('a person’s own account', () => {
  test('changes its name, and neither role nor anything else', async () => {
    const agent = await journey.addPerson({ name: 'Bob', email: 'bob@example.com', role: 'agent', password })
    const update = (body: object) => journey.change('/api/auth/update-user', agent.cookie, body)
    expect((await update({ role: 'admin' })).status).toBe(400)
    expect((await update({ name: 'Bobby', role: 'admin' })).status).toBe(400)
    expect((await update({ disabled: false })).status).toBe(400)
    expect((await update({ image: 'javascript:alert(1)' })).status).toBe(400)
    expect((await update({ email: 'eve@example.com' })).status).toBe(400)
    expect((await update({ name: 'Bobby' })).status).toBe(200)
    const me = await journey.fetch('/api/twilio/me', { headers: { cookie: agent.cookie } })
    expect(await me.json()).toMatchObject({ name: 'Bobby', email: 'bob@example.com', role: 'agent' })
  })

  test('better-auth itself takes no role from a person', async () => {
    const agent = await journey.addPerson({ name: 'Ben', email: 'ben@example.com', role: 'agent', password })
    const { user } = (await journey.server.installation.auth.better.$context).tables
    expect(user?.fields.role?.input).toBe(false)
    expect(user?.fields.disabled?.input).toBe(false)
    const me = await journey.fetch('/api/twilio/me', { headers: { cookie: agent.cookie } })
    expect(await me.json()).toMatchObject({ role: 'agent' })
  })

  test('changes its password by our rule, which ends its other sessions', async () => {
    const email = 'carol.the.recruiter@example.com'
    const carol = await journey.addPerson({ name: 'Carol', email, role: 'agent', password })
    const other = journey.cookieOf(await journey.signIn(email, password))
    const change = (newPassword: string) =>
      journey.change('/api/auth/change-password', carol.cookie, { currentPassword: password, newPassword })
    expect((await change('too short')).status).toBe(400)
    expect((await change(email)).status).toBe(400)
    expect((await change('Carol.The.Recruiter')).status).toBe(400)
    const changed = await change('a better horse battery')
    expect(changed.status).toBe(200)
    expect((await journey.fetch('/api/twilio/me', { headers: { cookie: other } })).status).toBe(401)
    expect((await journey.signIn(email, password)).status).toBe(401)
    expect((await journey.signIn(email, 'a better horse battery')).status).toBe(200)
  })

  test('sees and ends its own sessions only', async () => {
    const dora = await journey.addPerson({ name: 'Dora', email: 'dora@example.com', role: 'agent', password })
    const erin = await journey.addPerson({ name: 'Erin', email: 'erin@example.com', role: 'agent', password })
    const list = await journey.fetch('/api/auth/list-sessions', { headers: { cookie: erin.cookie } })
    const [session] = (await list.json()) as { token: string; ipAddress: string }[]
    expect(session?.ipAddress).toBe('127.0.0.1')
    await journey.change('/api/auth/revoke-session', dora.cookie, { token: session?.token })
    expect((await journey.fetch('/api/twilio/me', { headers: { cookie: erin.cookie } })).status).toBe(200)
    await journey.change('/api/auth/revoke-session', erin.cookie, { token: session?.token })
    expect((await journey.fetch('/api/twilio/me', { headers: { cookie: erin.cookie } })).status).toBe(401)
  })
})
