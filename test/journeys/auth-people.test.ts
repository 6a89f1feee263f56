import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissions, roleCan } from '@/shared/can'
import { CreatedApiKey } from '@/shared/schemas/api-key'
import { InvitedPerson, Person } from '@/shared/schemas/person'
import { Role } from '@/shared/schemas/role'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'

const password = 'correct horse battery'
const hour = 60 * 60 * 1_000
let journey: AuthJourney

beforeAll(async () => {
  journey = await startAuthJourney()
})
afterAll(() => journey.close())

const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? ''
const invite = async (email: string, role: Role = 'agent') =>
  InvitedPerson.parse(
    await (await journey.api('people', { method: 'POST', json: { name: 'Someone', email, role } })).json(),
  )
const welcome = (token: string, more: Record<string, unknown> = {}) =>
  journey.fetch('/api/twilio/welcome', { method: 'POST', body: JSON.stringify({ token, password, ...more }) })
const statusOf = async (cookie: string) => (await journey.fetch('/api/twilio/me', { headers: { cookie } })).status
const query = async (text: string, values: unknown[] = []) =>
  (await journey.server.installation.database.pool.query(text, values)).rows

const createKey = async (json: Record<string, unknown>) =>
  CreatedApiKey.parse(await (await journey.api('api-keys', { method: 'POST', json })).json())

describe('the first administrator', () => {
  test('gets a link that is renewed at each start while nobody is there, and kept as a hash only', async () => {
    const first = journey.server.firstAdminUrl!
    expect(first).toMatch(/^http:\/\/localhost:0\/welcome\?token=[\w-]{43}$/)
    const again = await startAuthJourney({}, { databaseUrl: journey.databaseUrl, clock: journey.clock })
    const second = again.server.firstAdminUrl!
    await again.close()
    expect((await journey.fetch(`/api/twilio/welcome?token=${tokenOf(first)}`)).status).toBe(404)
    expect((await journey.fetch(`/api/twilio/welcome?token=${tokenOf(second)}`)).status).toBe(200)
    expect(JSON.stringify(await query('select * from welcome_links'))).not.toContain(tokenOf(second))

    expect((await welcome(tokenOf(second), { name: 'Ada' })).status).toBe(400)
    expect((await welcome(tokenOf(second), { name: 'Ada', email: 'ada@example.com', password: 'short' })).status).toBe(
      400,
    )
    const arrived = await welcome(tokenOf(second), { name: 'Ada', email: 'ada@example.com' })
    expect(arrived.status).toBe(201)
    expect(await arrived.json()).toMatchObject({ name: 'Ada', role: 'admin', permissions })

    expect((await welcome(tokenOf(second), { name: 'Eve', email: 'eve@example.com' })).status).toBe(404)
    const later = await startAuthJourney({}, { databaseUrl: journey.databaseUrl })
    expect(later.server.firstAdminUrl).toBeNull()
    await later.close()
  })

  test('is one, however many use the link at once', async () => {
    const fresh = await startAuthJourney()
    try {
      const token = tokenOf(fresh.server.firstAdminUrl!)
      const answers = await Promise.all(
        [1, 2, 3, 4].map((number) =>
          fresh.fetch('/api/twilio/welcome', {
            method: 'POST',
            body: JSON.stringify({ token, name: 'Ada', email: `ada${number}@example.com`, password }),
          }),
        ),
      )
      expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 404, 404, 404])
      const people = await (await fresh.api('people')).json()
      expect(people).toMatchObject({ items: [{ role: 'admin', status: 'active' }] })
    } finally {
      await fresh.close()
    }
  })

  test('has 24 hours', async () => {
    const fresh = await startAuthJourney()
    try {
      const path = `/api/twilio/welcome?token=${tokenOf(fresh.server.firstAdminUrl!)}`
      fresh.clock.advance(24 * hour - 1)
      expect((await fresh.fetch(path)).status).toBe(200)
      fresh.clock.advance(1)
      expect((await fresh.fetch(path)).status).toBe(404)
    } finally {
      await fresh.close()
    }
  })
})

describe('an invitation', () => {
  test('is for one address and role, and works once', async () => {
    const { person, inviteUrl } = await invite('New@Example.com', 'supervisor')
    expect(person).toMatchObject({ email: 'new@example.com', role: 'supervisor', status: 'invited' })
    const token = tokenOf(inviteUrl)
    const opened = await journey.fetch(`/api/twilio/welcome?token=${token}`)
    expect(await opened.json()).toEqual({
      kind: 'invitation',
      name: 'Someone',
      email: 'new@example.com',
      role: 'supervisor',
    })
    expect((await welcome(token, { email: 'other@example.com' })).status).toBe(400)
    expect((await welcome(token, { password: 'new@example.com' })).status).toBe(400)
    const arrived = await welcome(token, { name: 'Nora', role: 'admin' })
    expect(await arrived.json()).toMatchObject({ name: 'Nora', role: 'supervisor' })
    expect((await welcome(token)).status).toBe(404)
    expect((await journey.fetch(`/api/twilio/welcome?token=${token}`)).status).toBe(404)
  })

  test('expires after seven days', async () => {
    const { inviteUrl } = await invite('late@example.com')
    journey.clock.advance(7 * 24 * hour)
    expect((await welcome(tokenOf(inviteUrl))).status).toBe(404)
  })

  test('gives way to a newer one', async () => {
    const { person, inviteUrl } = await invite('twice@example.com')
    const renewed = InvitedPerson.parse(
      await (await journey.api(`people/${person.id}/invite`, { method: 'POST' })).json(),
    )
    expect((await welcome(tokenOf(inviteUrl))).status).toBe(404)
    expect((await welcome(tokenOf(renewed.inviteUrl))).status).toBe(201)
  })

  test('is void once the person is disabled', async () => {
    const { person, inviteUrl } = await invite('gone@example.com')
    await journey.api(`people/${person.id}`, { method: 'PATCH', json: { disabled: true } })
    expect((await welcome(tokenOf(inviteUrl))).status).toBe(404)
    expect((await journey.api(`people/${person.id}/invite`, { method: 'POST' })).status).toBe(409)
  })

  test('cannot go to an address twice', async () => {
    await invite('same@example.com')
    const again = await journey.api('people', {
      method: 'POST',
      json: { name: 'Someone', email: 'SAME@example.com', role: 'agent' },
    })
    expect(again.status).toBe(409)
  })

  test('for a new password ends every session and the old password', async () => {
    const { id, cookie } = await journey.addPerson({ name: 'Finn', email: 'finn@example.com', role: 'agent', password })
    const link = InvitedPerson.parse(await (await journey.api(`people/${id}/invite`, { method: 'POST' })).json())
    const opened = await journey.fetch(`/api/twilio/welcome?token=${tokenOf(link.inviteUrl)}`)
    expect(await opened.json()).toMatchObject({ kind: 'password_reset', email: 'finn@example.com' })
    expect(await statusOf(cookie)).toBe(200)
    expect((await welcome(tokenOf(link.inviteUrl), { password: 'another horse battery' })).status).toBe(201)
    expect(await statusOf(cookie)).toBe(401)
    expect((await journey.signIn('finn@example.com', password)).status).toBe(401)
    expect((await journey.signIn('finn@example.com', 'another horse battery')).status).toBe(200)
  })
})

describe('people', () => {
  test('are listed page by page', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = (await (await journey.api(`people?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).json()) as {
        items: Person[]
        nextCursor: string | null
      }
      seen.push(...page.items.map((person) => Person.parse(person).email))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toContain('ada@example.com')
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(5)
    expect((await journey.api('people?cursor=nonsense')).status).toBe(400)
  })

  test('lose their sessions when disabled, cannot sign in, and can again when enabled', async () => {
    const { id, cookie } = await journey.addPerson({ name: 'Gus', email: 'gus@example.com', role: 'agent', password })
    expect(await statusOf(cookie)).toBe(200)
    const disabled = await journey.api(`people/${id}`, { method: 'PATCH', json: { disabled: true } })
    expect(await disabled.json()).toMatchObject({ status: 'disabled' })
    expect(await statusOf(cookie)).toBe(401)
    expect((await journey.signIn('gus@example.com', 'wrong horse battery')).status).toBe(401)
    expect((await journey.signIn('gus@example.com', password)).status).toBe(403)
    await journey.api(`people/${id}`, { method: 'PATCH', json: { disabled: false } })
    expect(await statusOf(cookie)).toBe(401)
    expect((await journey.signIn('gus@example.com', password)).status).toBe(200)
  })

  test('lose their sessions with a new role, also on another instance within two seconds', async () => {
    const { id, cookie } = await journey.addPerson({ name: 'Hana', email: 'hana@example.com', role: 'agent', password })
    const other = await startAuthJourney({}, { databaseUrl: journey.databaseUrl, clock: journey.clock })
    try {
      const elsewhere = async () => (await other.fetch('/api/twilio/me', { headers: { cookie } })).status
      expect(await elsewhere()).toBe(200)
      await journey.api(`people/${id}`, { method: 'PATCH', json: { role: 'viewer' } })
      expect(await statusOf(cookie)).toBe(401)
      journey.clock.advance(2_000)
      expect(await elsewhere()).toBe(401)
    } finally {
      await other.close()
    }
  })

  test('keep their sessions with a new name', async () => {
    const { id, cookie } = await journey.addPerson({ name: 'Ida', email: 'ida@example.com', role: 'agent', password })
    await journey.api(`people/${id}`, { method: 'PATCH', json: { name: 'Ida B.' } })
    expect(await statusOf(cookie)).toBe(200)
  })

  test('have a phone of their own, which they and an administrator set and take away', async () => {
    const { id, cookie } = await journey.addPerson({ name: 'Jon', email: 'jon@example.com', role: 'viewer', password })
    const phoneNumber = '+14155550177'
    const own = await journey.change('/api/twilio/me', cookie, { phoneNumber }, 'PATCH')
    expect(await own.json()).toMatchObject({ id, phoneNumber })
    expect((await journey.change('/api/twilio/me', cookie, { role: 'admin' }, 'PATCH')).status).toBe(400)
    expect((await journey.change('/api/twilio/me', cookie, { phoneNumber: 'mine' }, 'PATCH')).status).toBe(400)
    const renamed = await journey.api(`people/${id}`, { method: 'PATCH', json: { name: 'Jonas' } })
    expect(await renamed.json()).toMatchObject({ name: 'Jonas', phoneNumber })
    const taken = await journey.api(`people/${id}`, { method: 'PATCH', json: { phoneNumber: null } })
    expect(await taken.json()).toMatchObject({ phoneNumber: null })
    expect((await journey.api('me', { method: 'PATCH', json: { phoneNumber } })).status).toBe(403)
  })

  test('always have an administrator among them who can sign in', async () => {
    await invite('invited.admin@example.com', 'admin')
    const [ada] = await query("select id from users where email = 'ada@example.com'")
    for (const json of [{ role: 'agent' }, { disabled: true }]) {
      const refused = await journey.api(`people/${ada.id}`, { method: 'PATCH', json })
      expect(refused.status).toBe(409)
    }
    const { id } = await journey.addPerson({ name: 'Jo', email: 'jo@example.com', role: 'admin', password })
    const both = await Promise.all(
      [ada.id, id].map((admin) => journey.api(`people/${admin}`, { method: 'PATCH', json: { disabled: true } })),
    )
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test.each([
    [{}, 400],
    [{ role: 'owner' }, 400],
    [{ email: 'x@example.com' }, 400],
    [{ name: '' }, 400],
  ])('refuses the change %j', async (json, status) => {
    const { person } = await invite(`change-${JSON.stringify(json).length}@example.com`)
    expect((await journey.api(`people/${person.id}`, { method: 'PATCH', json })).status).toBe(status)
  })

  test('that are not there are not found', async () => {
    const nobody = '01900000-0000-7000-8000-000000000000'
    expect((await journey.api(`people/${nobody}`, { method: 'PATCH', json: { name: 'X' } })).status).toBe(404)
    expect((await journey.api('people/7', { method: 'PATCH', json: { name: 'X' } })).status).toBe(400)
  })

  test('leave a trace of every change, for the audit log and for the screen', async () => {
    const { id } = await journey.addPerson({ name: 'Kim', email: 'kim@example.com', role: 'agent', password })
    await journey.api(`people/${id}`, { method: 'PATCH', json: { role: 'viewer' } })
    const trace = await query('select action, actor from audit_log where subject = $1 order by action', [id])
    expect(trace).toEqual([
      { action: 'person.arrive', actor: `operator:${id}` },
      { action: 'person.invite', actor: 'api-key:environment' },
      { action: 'person.update', actor: 'api-key:environment' },
      { action: 'session.create', actor: `operator:${id}` },
    ])
    const events = await query(
      "select data from twilio_events where type = 'person.changed' and data->>'userId' = $1",
      [id],
    )
    expect(events).toHaveLength(3)
    const kept = JSON.stringify(await query('select * from audit_log'))
    expect(kept).not.toContain(password)
  })
})

describe('roles', () => {
  test('decide who manages people and keys; nobody raises their own', async () => {
    for (const role of Role.options) {
      const { id, cookie } = await journey.addPerson({
        name: role,
        email: `${role}.matrix@example.com`,
        role,
        password,
      })
      const me = await (await journey.fetch('/api/twilio/me', { headers: { cookie } })).json()
      expect(me).toMatchObject({ role, permissions: permissions.filter((permission) => roleCan(role, permission)) })
      const read = async (path: string) => (await journey.fetch(path, { headers: { cookie } })).status
      const allowed = role === 'admin'
      expect(await read('/api/twilio/people')).toBe(allowed ? 200 : 403)
      expect(await read('/api/twilio/api-keys')).toBe(allowed ? 200 : 403)
      if (allowed) continue
      const attempts = [
        await journey.change(`/api/twilio/people/${id}`, cookie, { role: 'admin' }, 'PATCH'),
        await journey.change(`/api/twilio/people/${id}/invite`, cookie, {}),
        await journey.change('/api/twilio/people', cookie, { name: 'E', email: 'e@example.com', role: 'admin' }),
        await journey.change('/api/twilio/api-keys', cookie, { name: 'E', role: 'admin' }),
        await journey.change(`/api/twilio/api-keys/${id}`, cookie, {}, 'DELETE'),
      ]
      expect(attempts.map((attempt) => attempt.status)).toEqual([403, 403, 403, 403, 403])
    }
  })
})

describe('an API key', () => {
  test('shows its secret once and is kept as a hash', async () => {
    const { apiKey, secret } = await createKey({ name: 'Import', role: 'agent' })
    expect(secret).toMatch(/^eva_[\w-]{43}$/)
    expect(secret.startsWith(apiKey.prefix)).toBe(true)
    const me = await (await journey.api('me', { key: secret })).json()
    expect(me).toMatchObject({ type: 'api_key', id: apiKey.id, name: 'Import', email: null, role: 'agent' })
    expect((await journey.api('people', { key: secret })).status).toBe(403)
    const listed = await (await journey.api('api-keys')).text()
    expect(listed).toContain(apiKey.prefix)
    expect(listed).not.toContain(secret)
    const dump = JSON.stringify([await query('select * from api_keys'), await query('select * from audit_log')])
    expect(dump).not.toContain(secret.slice(12))
  })

  test('ends when revoked, at once', async () => {
    const { apiKey, secret } = await createKey({ name: 'Leaked', role: 'admin' })
    expect((await journey.api('me', { key: secret })).status).toBe(200)
    expect((await journey.api(`api-keys/${apiKey.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await journey.api('me', { key: secret })).status).toBe(401)
    expect((await journey.api(`api-keys/${apiKey.id}`, { method: 'DELETE' })).status).toBe(204)
    const trace = await query("select from audit_log where subject = $1 and action = 'api_key.revoke'", [apiKey.id])
    expect(trace).toHaveLength(1)
  })

  test('ends at its time', async () => {
    const expiresAt = new Date(journey.clock.now().getTime() + hour).toISOString()
    const { secret } = await createKey({ name: 'Short', role: 'viewer', expiresAt })
    expect((await journey.api('me', { key: secret })).status).toBe(200)
    journey.clock.advance(hour)
    expect((await journey.api('me', { key: secret })).status).toBe(401)
    const past = await journey.api('api-keys', { method: 'POST', json: { name: 'Past', role: 'viewer', expiresAt } })
    expect(past.status).toBe(400)
  })

  test('remembers its last use, to the minute', async () => {
    const { apiKey, secret } = await createKey({ name: 'Used', role: 'viewer' })
    const lastUsed = async () =>
      (await query('select last_used_at from api_keys where id = $1', [apiKey.id]))[0].last_used_at
    await journey.api('me', { key: secret })
    const first = await lastUsed()
    expect(first).toEqual(journey.clock.now())
    journey.clock.advance(59_000)
    await journey.api('me', { key: secret })
    expect(await lastUsed()).toEqual(first)
    journey.clock.advance(3_000)
    await journey.api('me', { key: secret })
    expect(await lastUsed()).toEqual(journey.clock.now())
  })

  test.each(['eva_nonsense', 'nonsense', 'Bearer', `eva_${'a'.repeat(43)}`])('is not %s', async (key) => {
    expect((await journey.api('me', { key })).status).toBe(401)
  })

  test('does not fall back to a cookie that comes with it', async () => {
    const { cookie } = await journey.addPerson({ name: 'Lea', email: 'lea@example.com', role: 'admin', password })
    expect((await journey.api('me', { key: 'eva_nonsense', headers: { cookie } })).status).toBe(401)
  })
})
