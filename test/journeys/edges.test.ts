import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CreatedApiKey } from '@/shared/schemas/api-key'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'

let journey: AuthJourney
beforeAll(async () => {
  journey = await startAuthJourney()
})
afterAll(() => journey.close())

const rows = async (text: string, values: unknown[] = []) =>
  (await journey.server.installation.database.pool.query(text, values)).rows
const post = (path: string, json: unknown, key?: string) =>
  journey.api(path, { method: 'POST', json, headers: key ? { 'idempotency-key': key } : {} })

test('a body of two megabytes is too large, whatever it says it is', async () => {
  const answer = await journey.fetch('/api/twilio/contacts', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'x'.repeat(2 * 1024 * 1024),
  })
  expect(answer.status).toBe(413)
})

describe('a method that a path does not take', () => {
  test.each([
    ['DELETE', '/api/twilio/contacts', 'GET, HEAD, POST'],
    ['PUT', '/api/twilio/contacts/01980000-0000-7000-8000-000000000001', 'DELETE, GET, HEAD, PATCH'],
    ['PUT', '/api/twilio/webhooks/sms', 'GET, HEAD, POST'],
    ['GET', '/api/auth/sign-in/email', 'POST'],
  ])('%s %s is told which it takes', async (method, path, allow) => {
    const answer = await journey.fetch(path, { method, headers: bearer })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
    expect(await answer.json()).toMatchObject({ error: { code: 'method_not_allowed', requestId: expect.any(String) } })
  })

  test('on a path that is none is not found', async () => {
    const answer = await journey.fetch('/api/twilio/nothing', { method: 'DELETE', headers: bearer })
    expect([answer.status, answer.headers.get('allow')]).toEqual([404, null])
  })
})

const bearer = { authorization: 'Bearer the-key-of-the-tests-and-of-nothing-else' }

test('the list of people says from where to go on live', async () => {
  expect(await (await journey.api('people')).json()).toMatchObject({ syncCursor: expect.stringMatching(/^\d+$/) })
})

test.each(['Mars/Olympus_Mons', 'Berlin', '+02:00', ''])(
  'a contact does not live in the time zone "%s"',
  async (timeZone) => {
    const contact = { name: 'Hanna', phoneNumber: '+14155554010', timeZone }
    expect((await post('contacts', contact)).status).toBe(400)
  },
)

test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', null])(
  'a contact may live in %s',
  async (timeZone) => {
    const phoneNumber = `+1415${String(Math.trunc(journey.clock.now().getTime() / 1_000)).slice(-7)}`
    journey.clock.advance(1_000)
    expect((await post('contacts', { name: 'Hanna', phoneNumber, timeZone })).status).toBe(201)
  },
)

describe('an Idempotency-Key for what is shown once', () => {
  test('makes one API key; asked again it says so, and the secret is kept nowhere', async () => {
    const key = randomUUID()
    const first = await post('api-keys', { name: 'Script', role: 'agent' }, key)
    expect(first.status).toBe(201)
    const { apiKey, secret } = CreatedApiKey.parse(await first.json())
    const again = await post('api-keys', { name: 'Script', role: 'agent' }, key)
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ error: { code: 'conflict', details: { id: apiKey.id } } })
    expect(await rows('select id from api_keys where name = $1', ['Script'])).toEqual([{ id: apiKey.id }])
    expect(JSON.stringify(await rows('select * from idempotency_keys where key = $1', [key]))).not.toContain(secret)
  })

  test('makes one API key even when the process that made it died before answering', async () => {
    const key = randomUUID()
    await post('api-keys', { name: 'Orphan', role: 'agent' }, key)
    await rows(
      'update idempotency_keys set answer_status = null, answer_body = null, claimed_until = created_at where key = $1',
      [key],
    )
    expect((await post('api-keys', { name: 'Orphan', role: 'agent' }, key)).status).toBe(409)
    expect(await rows('select from api_keys where name = $1', ['Orphan'])).toHaveLength(1)
  })

  test('invites a person once; the link is kept nowhere', async () => {
    const key = randomUUID()
    const invited = { name: 'Ivy', email: 'ivy@example.com', role: 'agent' }
    const first = await post('people', invited, key)
    const { person, inviteUrl } = await first.json()
    const again = await post('people', invited, key)
    expect([first.status, again.status]).toEqual([201, 409])
    expect(await again.json()).toMatchObject({ error: { code: 'conflict', details: { id: person.id } } })
    const token = new URL(inviteUrl).searchParams.get('token')
    expect(JSON.stringify(await rows('select * from idempotency_keys where key = $1', [key]))).not.toContain(token)
  })

  test('with another request is a conflict, and a refusal is given again as it was', async () => {
    const key = randomUUID()
    const taken = { name: 'Ivy', email: 'ivy@example.com', role: 'viewer' }
    const refusals = [await post('people', taken, key), await post('people', taken, key)]
    const [first, second] = await Promise.all(refusals.map((refusal) => refusal.text()))
    expect(refusals.map((refusal) => refusal.status)).toEqual([409, 409])
    expect(second).toBe(first)
    expect((await post('people', { ...taken, email: 'ida@example.com' }, key)).status).toBe(409)
    expect(await rows('select from users where email = $1', ['ida@example.com'])).toHaveLength(0)
  })
})

const sids = async (query: string) => {
  const page = (await (await journey.api(`calls?limit=2${query}`)).json()) as {
    items: { callSid: string }[]
    nextCursor: string
  }
  return { sids: page.items.map(({ callSid }) => callSid), next: encodeURIComponent(page.nextCursor) }
}

test('a list of calls can leave out legs, and its pages are full all the same', async () => {
  await rows(
    `insert into twilio_call_logs (id, call_sid, parent_call_sid, direction, status, status_rank, from_number, to_number, started_at, ended_at, created_at, updated_at)
     select gen_random_uuid(), 'CA' || n, case when n % 2 = 1 then 'CA' || n + 1 end, 'inbound', 'completed', 60, '+14155550111', '+14155550100', at, at, at, at
     from generate_series(1, 8) n, lateral (select now() - n * interval '1 second' as at)`,
  )
  expect((await sids('')).sids).toEqual(['CA1', 'CA2'])
  const first = await sids('&legs=false')
  expect(first.sids).toEqual(['CA2', 'CA4'])
  expect((await sids(`&legs=false&cursor=${first.next}`)).sids).toEqual(['CA6', 'CA8'])
  expect((await sids('&legs=false&phoneNumber=%2B14155550111')).sids).toEqual(['CA2', 'CA4'])
})
