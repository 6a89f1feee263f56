import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { permissionOfTopic, permissions, roleCan } from '@/shared/can'
import { liveTopics, topicOfEvent, type NewLiveEvent } from '@/shared/schemas/live-event'
import { UploadedMedia } from '@/shared/schemas/media'
import { Role } from '@/shared/schemas/role'
import { openLiveClient } from '../helpers/open-live-client'
import { signInPeople } from '../helpers/sign-in-people'
import { startJourney, type Journey } from '../helpers/start-journey'

type Operation = { method: string; path: string; access: string | undefined }
type Asker = { name: string; role: Role | null; isKey?: boolean; headers: Record<string, string> }

/** Posts that only need a permission to read, because they try something out, say that one is reading, or make another way to read it. */
const changesNothing = [
  'POST /api/twilio/ivr/flows/{id}/simulate',
  'POST /api/twilio/ivr/flows/{id}/tests/run',
  'POST /api/twilio/ivr/flows/{id}/validate',
  'POST /api/twilio/recordings/{recordingSid}/media-link',
  'POST /api/twilio/sms/keywords/test',
  'POST /api/twilio/sms/templates/preview',
  'POST /api/twilio/sms/templates/{id}/preview',
  'PUT /api/twilio/messages/conversations/{id}/presence',
]

/** What is open to everybody, and why it may be, is in SECURITY.md. */
const openToEverybody = [
  'GET /api/twilio/docs',
  'GET /api/twilio/greetings/audio/{token}',
  'GET /api/twilio/media/{token}',
  'GET /api/twilio/openapi.json',
  'GET /api/twilio/welcome',
  'POST /api/twilio/welcome',
]

/** A phone in a browser is a person's: a key has none. */
const forPeopleAlone = [
  'GET /api/twilio/token',
  'POST /api/twilio/token',
  'GET /api/twilio/phone',
  'DELETE /api/twilio/phone/call',
]

let journey: Journey
let operations: Operation[] = []
const askers: Asker[] = []

beforeAll(async () => {
  journey = await startJourney()
  const { body: document } = await journey.api('/openapi.json')
  operations = Object.entries<Record<string, Record<string, string>>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      method: method.toUpperCase(),
      path,
      access: described['x-permission'],
    })),
  )
  await Promise.all(
    Role.options.map(async (role) => {
      const people = await signInPeople(journey, [role], role)
      askers.push({ name: `${role} by cookie`, role, headers: ourPage(people.cookieOf(role)) })
      const key = await journey.api('/api-keys', { method: 'POST', body: { name: role, role } })
      askers.push({
        name: `${role} by key`,
        role,
        isKey: true,
        headers: { Authorization: `Bearer ${key.body.secret}` },
      })
    }),
  )
  askers.push(
    { name: 'nobody', role: null, headers: {} },
    { name: 'a key that never was', role: null, headers: { Authorization: `Bearer eva_${'x'.repeat(43)}` } },
    { name: 'a cookie that never was', role: null, headers: ourPage('eva.session_token=a.b') },
  )
})
afterAll(() => journey.close())

const ourPage = (cookie: string) => ({ Cookie: cookie, Origin: journey.server.url })
const asker = (name: string) => {
  const found = askers.find((each) => each.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
const nameOf = ({ method, path }: Operation) => `${method} ${path}`
const isTwilios = ({ path }: Operation) =>
  path.startsWith('/api/twilio/webhooks/') || path === '/api/twilio/ivr/execute'
const changesSomething = ({ method }: Operation) => method !== 'GET'

/** What the table in can.ts makes of it; a webhook's place is closed to whoever does not sign as Twilio does. */
function expected(operation: Operation, { role, isKey }: Asker): 'let in' | 401 | 403 {
  if (isTwilios(operation)) return 403
  if (operation.access === 'everybody') return 'let in'
  if (role === null) return 401
  if (isKey && forPeopleAlone.includes(nameOf(operation))) return 403
  const permission = permissions.find((name) => name === operation.access)
  return permission === undefined || roleCan(role, permission) ? 'let in' : 403
}

/** Asks for something that is not there, with nothing in the body: who is let in hears 400, 404 or of an empty list. */
async function ask(operation: Operation, headers: Record<string, string>) {
  const { method, path } = operation
  const address = path
    .replace('{callSid}', `CA${'0'.repeat(32)}`)
    .replace('{recordingSid}', `RE${'0'.repeat(32)}`)
    .replace('{version}', '1')
    .replace('{token}', 'no-such-token')
    .replaceAll(/\{\w+\}/g, randomUUID())
  const type = isTwilios(operation) ? 'application/x-www-form-urlencoded' : 'application/json'
  const body = method === 'GET' ? {} : { body: '{}' }
  const answer = await fetch(new URL(address, journey.server.url), {
    method,
    headers: { ...headers, 'content-type': type },
    ...body,
  })
  // A live stream never ends.
  await answer.body?.cancel()
  return answer
}

async function answersOf(asked: readonly Operation[], headers: Record<string, string>) {
  const answers = new Map<string, number>()
  for (const operation of asked) answers.set(nameOf(operation), (await ask(operation, headers)).status)
  return answers
}

describe('every route of the API', () => {
  test('says who may use it, so that none is forgotten here', () => {
    const accesses: readonly string[] = [...permissions, 'signed-in', 'everybody']
    const unsaid = operations.filter((each) => !isTwilios(each) && !accesses.includes(each.access ?? ''))
    expect(unsaid.map(nameOf)).toEqual([])
    expect(operations.length).toBeGreaterThan(90)
  })

  test('that changes something needs more than a permission to read, and few are open', () => {
    const readers = operations.filter((each) => changesSomething(each) && each.access?.endsWith('.read'))
    expect(readers.map(nameOf).toSorted()).toEqual(changesNothing)
    const open = operations.filter((each) => each.access === 'everybody')
    expect(open.map(nameOf).toSorted()).toEqual(openToEverybody)
  })

  test('answers each role, by cookie and by key, and strangers, as the table says', async () => {
    // By an upgrade alone; below.
    const asked = operations.filter(({ path }) => path !== '/api/twilio/sync/ws')
    await Promise.all(
      askers.map(async (who) => {
        const { name } = who
        const answers = await answersOf(asked, who.headers)
        const wrong = asked.flatMap((operation) => {
          const status = answers.get(nameOf(operation)) ?? 0
          const refused = status === 401 || status === 403
          const right = refused ? status === expected(operation, who) : expected(operation, who) === 'let in'
          return right && status < 500 ? [] : [`${nameOf(operation)}: ${status}`]
        })
        expect({ name, wrong }).toEqual({ name, wrong: [] })
      }),
    )
  })

  test('refuses what a foreign page asks with an administrator’s cookie, and shows it nothing', async () => {
    const { Cookie = '' } = asker('admin by cookie').headers
    const foreign: Record<string, string>[] = [
      { Cookie, Origin: 'https://evil.example' },
      { Cookie, 'Sec-Fetch-Site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const answers = await answersOf(operations.filter(changesSomething), headers)
      expect([...answers].filter(([, status]) => status !== 403)).toEqual([])
      const reads = operations.filter((each) => !changesSomething(each))
      const shown = await Promise.all(reads.map(async (each) => (await ask(each, headers)).headers))
      expect(shown.filter((each) => each.has('access-control-allow-origin'))).toEqual([])
    }
  })
})

describe('live events', () => {
  const kinds = ['sse', 'websocket'] as const
  const oneOfEachKnown: NewLiveEvent[] = [
    { type: 'conversation.read', data: { conversationId: randomUUID() } },
    { type: 'contact.deleted', data: { contactId: randomUUID(), phoneNumber: '+12125550100' } },
    { type: 'recording.completed', data: { recordingSid: `RE${'0'.repeat(32)}`, callSid: null, durationSeconds: 1 } },
    { type: 'operation.failed', data: { operationId: randomUUID(), kind: 'send' } },
    { type: 'person.changed', data: { userId: 'nobody' } },
  ]

  test.each(kinds)('come to each role as the same table says, over %s', async (kind) => {
    const open = (headers: Record<string, string>, query: Record<string, string> = {}) =>
      openLiveClient({ url: journey.server.url, kind, headers, query })
    for (const { headers } of askers.filter(({ role }) => role === null))
      await expect(open(headers)).rejects.toThrow('401')
    for (const { role, headers } of askers) {
      if (role === null) continue
      const may = (topic: keyof typeof permissionOfTopic) => roleCan(role, permissionOfTopic[topic])
      const client = await open(headers)
      await client.until((frames) => frames[0]?.type === 'ready')
      expect(client.frames[0]?.topics).toEqual(liveTopics.filter(may))
      await journey.server.installation.database.transaction(({ client: tx }) =>
        broadcast(tx, journey.clock.now(), oneOfEachKnown),
      )
      const visible = oneOfEachKnown.map(({ type }) => type).filter((type) => may(topicOfEvent[type]))
      await client.until(() => client.events().length >= visible.length)
      expect(client.events().map((event) => event.type)).toEqual(visible)
      client.cut()
      for (const topic of liveTopics.filter((each) => !may(each)))
        await expect(open(headers, { topics: topic })).rejects.toThrow('403')
    }
    await expect(open({ ...asker('admin by cookie').headers, Origin: 'https://evil.example' })).rejects.toThrow('403')
  })
})

const as =
  (name: string) =>
  (path: string, init: { method?: string; body?: unknown } = {}) =>
    journey.api(path, { ...init, headers: { Authorization: '', ...asker(name).headers } })
const upload = async (name: string, content: string) => {
  const form = new FormData()
  form.set('file', new File([content], 'note.txt', { type: 'text/plain' }))
  const { headers } = asker(name)
  const answer = await fetch(`${journey.server.url}/api/twilio/messages/media`, {
    method: 'POST',
    headers,
    body: form,
  })
  expect(answer.status).toBe(201)
  return UploadedMedia.parse(await answer.json())
}
const dropped = async (name: string, path: string) => (await as(name)(path, { method: 'DELETE' })).status

describe('what is one person’s own', () => {
  test('a file that is not sent yet is deleted by who uploaded it, and by administrators', async () => {
    for (const other of ['supervisor by cookie', 'agent by key']) {
      const file = await upload('agent by cookie', other)
      const path = `/messages/media/${file.id}`
      expect(await dropped(other, path)).toBe(403)
      expect(await dropped('viewer by cookie', path)).toBe(403)
      expect(await dropped('agent by cookie', path)).toBe(204)
      expect(await dropped('agent by cookie', path)).toBe(404)
    }
    const file = await upload('agent by cookie', 'left behind')
    expect(await dropped('admin by cookie', `/messages/media/${file.id}`)).toBe(204)
  })

  test('a file that a text for later is to take stays until that text is canceled', async () => {
    const file = await upload('agent by cookie', 'for tomorrow')
    const sendAt = new Date(journey.clock.now().getTime() + 3_600_000).toISOString()
    const text = { to: '+12125550177', body: 'See this', mediaUrls: [file.url], sendAt }
    const later = await as('agent by cookie')('/messages', { method: 'POST', body: text })
    expect(later.status).toBe(202)
    expect(await dropped('agent by cookie', `/messages/media/${file.id}`)).toBe(409)
    expect(await dropped('agent by cookie', `/messages/scheduled/${later.body.id}`)).toBe(200)
    expect(await dropped('agent by cookie', `/messages/media/${file.id}`)).toBe(204)
  })

  test('a note is deleted by who wrote it, in its own conversation, and by administrators', async () => {
    const [here, there] = await Promise.all(
      ['+12125550178', '+12125550179'].map(async (from) => {
        await journey.control(`/phones/${encodeURIComponent(from)}/messages`, {
          method: 'POST',
          body: { to: journey.ourNumber, body: 'Hello' },
        })
        const { body } = await journey.api(`/messages?phoneNumber=${encodeURIComponent(from)}`)
        return String(body.items[0].conversationId)
      }),
    )
    const write = async () => {
      const note = { body: 'Call her first' }
      const written = await as('agent by cookie')(`/messages/conversations/${here}/notes`, {
        method: 'POST',
        body: note,
      })
      expect(written.status).toBe(201)
      return String(written.body.id)
    }
    const note = await write()
    expect(await dropped('agent by cookie', `/messages/conversations/${there}/notes/${note}`)).toBe(404)
    expect(await dropped('supervisor by cookie', `/messages/conversations/${here}/notes/${note}`)).toBe(403)
    expect(await dropped('agent by key', `/messages/conversations/${here}/notes/${note}`)).toBe(403)
    expect(await dropped('agent by cookie', `/messages/conversations/${here}/notes/${note}`)).toBe(204)
    expect(await dropped('admin by cookie', `/messages/conversations/${here}/notes/${await write()}`)).toBe(204)
  })
})
