import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminKey, startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'

const password = 'correct horse battery'
const publicOrigin = 'https://eva.example.com'
let journey: AuthJourney
let cookie: string

beforeAll(async () => {
  journey = await startAuthJourney({ PUBLIC_URL: publicOrigin })
  cookie = (await journey.addPerson({ name: 'Ada', email: 'ada@example.com', role: 'admin', password })).cookie
})
afterAll(() => journey.close())

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

/** Sends exactly these headers: `fetch` would add some of its own. */
function send(method: string, path: string, headers: Record<string, string>, body?: string | string[]) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request(new URL(path, journey.server.url), { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    if (Array.isArray(body)) for (const chunk of body) sent.write(chunk)
    sent.end(typeof body === 'string' ? body : undefined)
  })
}

const newKey = JSON.stringify({ name: 'Key', role: 'viewer' })

describe('a change asked for with a cookie', () => {
  test.each([
    ['our public address', () => ({ origin: publicOrigin }), 201],
    ['the address it was opened at', () => ({ origin: journey.server.url }), 201],
    ['our page, by the browser’s own word', () => ({ 'sec-fetch-site': 'same-origin' }), 201],
    [
      'our page behind a development server',
      () => ({ origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' }),
      201,
    ],
    ['another site', () => ({ origin: 'https://evil.example' }), 403],
    ['another site, by the browser’s own word', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['another site with our address as its host name', () => ({ origin: `${publicOrigin}.evil.example` }), 403],
    ['our host name without encryption', () => ({ origin: publicOrigin.replace('https', 'http') }), 403],
    [
      'a neighbour on the same domain',
      () => ({ origin: 'https://blog.example.com', 'sec-fetch-site': 'same-site' }),
      403,
    ],
    ['a page without an address', () => ({ origin: 'null' }), 403],
    ['nobody says where', () => ({}), 403],
  ])('from %s', async (_from, headers, status) => {
    const answer = await send('POST', '/api/twilio/api-keys', { cookie, ...headers() }, newKey)
    expect(answer.status).toBe(status)
  })

  test('is refused from other sites for signing in, signing out and one-time links too', async () => {
    const origin = 'https://evil.example'
    const type = { 'content-type': 'application/json' }
    const signIn = JSON.stringify({ email: 'ada@example.com', password })
    expect((await send('POST', '/api/auth/sign-in/email', { origin, ...type }, signIn)).status).toBe(403)
    expect((await send('POST', '/api/auth/sign-out', { origin, cookie })).status).toBe(403)
    expect((await send('POST', '/api/twilio/welcome', { origin }, '{}')).status).toBe(403)
    expect((await send('GET', '/api/twilio/me', { cookie })).status).toBe(200)
  })

  test('needs no proof with a key, which no foreign page can send', async () => {
    const headers = { authorization: `Bearer ${adminKey}`, origin: 'https://script.example' }
    expect((await send('POST', '/api/twilio/api-keys', headers, newKey)).status).toBe(201)
  })

  test('reading is not a change', async () => {
    expect((await send('GET', '/api/twilio/me', { cookie, origin: 'https://evil.example' })).status).toBe(200)
  })

  test('nothing invites other sites to read the answer', async () => {
    const preflight = await send('OPTIONS', '/api/twilio/api-keys', {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    })
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined()
    const read = await send('GET', '/api/twilio/me', { cookie, origin: 'https://evil.example' })
    expect(read.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a body', () => {
  const key = { authorization: `Bearer ${adminKey}` }

  test.each([undefined, 'text/plain;charset=UTF-8', 'application/json', 'application/json; charset=utf-8'])(
    'is read as JSON when its type is %s',
    async (type) => {
      const headers = type === undefined ? key : { ...key, 'content-type': type }
      expect((await send('POST', '/api/twilio/api-keys', headers, newKey)).status).toBe(201)
    },
  )

  test.each(['', '{', 'null', '[]', '"text"', '{"name":"x","role":"owner"}'])('that is %j is refused', async (body) => {
    const answer = await send('POST', '/api/twilio/api-keys', { ...key, 'content-type': 'application/json' }, body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'invalid' } })
  })

  test('of more than a megabyte is refused, with its length declared or not', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(1024 * 1024), role: 'viewer' })
    const declared = { ...key, 'content-length': String(large.length) }
    const answers = [
      await send('POST', '/api/twilio/api-keys', declared, large),
      await send('POST', '/api/twilio/api-keys', { ...key, 'transfer-encoding': 'chunked' }, [large]),
      await send('POST', '/api/auth/sign-in/email', { 'content-length': String(large.length) }, large),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([413, 413, 413])
    expect(JSON.parse(answers[0]!.body)).toMatchObject({ error: { code: 'too_large' } })
  })
})

describe('the headers', () => {
  test.each([
    ['a health check', 'GET', '/healthz', {}],
    ['an answer', 'GET', '/api/twilio/me', { authorization: `Bearer ${adminKey}` }],
    ['a refusal', 'GET', '/api/twilio/me', {}],
    ['nothing there', 'GET', '/nothing', {}],
    ['an invalid request', 'POST', '/api/twilio/api-keys', { authorization: `Bearer ${adminKey}` }],
    ['a request from elsewhere', 'POST', '/api/twilio/api-keys', { origin: 'https://evil.example' }],
    ['a refused sign-in', 'POST', '/api/auth/sign-in/email', {}],
    ['a session that is none', 'GET', '/api/auth/get-session', {}],
    ['metrics', 'GET', '/metrics', {}],
  ])('protect %s', async (_what, method, path, headers) => {
    const answer = await send(method, path, headers)
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'permissions-policy': expect.stringContaining('microphone=(self)'),
    })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers['x-powered-by']).toBeUndefined()
  })

  test('keep what people see out of caches', async () => {
    const answer = await send('GET', '/api/twilio/me', { authorization: `Bearer ${adminKey}` })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('ask for encryption only where the public address has it', async () => {
    const plain = await startAuthJourney({}, { databaseUrl: journey.databaseUrl })
    try {
      expect((await plain.fetch('/healthz')).headers.get('strict-transport-security')).toBeNull()
    } finally {
      await plain.close()
    }
  })
})

describe('the metrics', () => {
  test('are for this machine and for who may read them', async () => {
    expect((await send('GET', '/metrics', {})).status).toBe(200)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      expect((await send('GET', '/metrics', { [header]: '127.0.0.1' })).status).toBe(401)
    }
    const forwarded = { 'x-forwarded-for': '203.0.113.9' }
    expect((await send('GET', '/metrics', { ...forwarded, authorization: `Bearer ${adminKey}` })).status).toBe(200)
    const agent = await journey.addPerson({ name: 'Bob', email: 'bob@example.com', role: 'agent', password })
    expect((await send('GET', '/metrics', { ...forwarded, cookie: agent.cookie })).status).toBe(403)
  })

  test('count requests by the pattern of their route', async () => {
    await send('GET', '/healthz', {})
    await send('DELETE', '/api/twilio/api-keys/01900000-0000-7000-8000-000000000000', {
      authorization: `Bearer ${adminKey}`,
    })
    await send('GET', '/no-such-page-17', {})
    const { body, headers } = await send('GET', '/metrics', {})
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toContain('eva_http_request_duration_seconds_count{method="GET",route="/healthz",status="200"}')
    expect(body).toContain('{method="DELETE",route="/api/twilio/api-keys/:id",status="404"}')
    expect(body).toContain('{method="GET",route="other",status="404"}')
    expect(body).toContain('process_cpu_seconds_total')
    expect(body).not.toContain('01900000')
    expect(body).not.toContain('no-such-page')
  })
})
