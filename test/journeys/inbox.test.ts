import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startJourney, type Journey } from '../helpers/start-journey'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'

let journey: Journey
let people: SignedIn
let handsets = 0
let dana: string

beforeAll(async () => {
  journey = await startJourney({ role: 'all' })
  people = await signInPeople(journey, ['Maria Lopez', 'Tom Reed'])
})
afterAll(() => journey.close())

beforeEach(async () => {
  handsets += 1
  dana = `+1415555${String(6000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: dana } })
})

const patience = { timeout: 10_000 }
const as = (name: string) => people.api(name)
const textFrom = async (from: string, body: string, to = journey.ourNumber) => {
  await journey.control(`/phones/${encodeURIComponent(from)}/messages`, { method: 'POST', body: { to, body } })
  await journey.advance(1_000)
}
const list = async (query: string, who = 'Maria Lopez') =>
  (await as(who)(`/messages/conversations?${query}`)).body.items as { id: string; theirNumber: string }[]
const conversationWith = async (number: string) => {
  const found = await list(`q=${encodeURIComponent(number)}`)
  return found[0]?.id ?? ''
}
const begin = async (body = 'Hello') => {
  await textFrom(dana, body)
  return conversationWith(dana)
}
const get = async (id: string) => (await journey.api(`/messages/conversations/${id}`)).body
const change = (id: string, body: object, who = 'Maria Lopez') =>
  as(who)(`/messages/conversations/${id}`, { method: 'PATCH', body })
const timeline = async (id: string, query = '') =>
  (await journey.api(`/messages/conversations/${id}/timeline?${query}`)).body
const has = async (query: string, id: string, who?: string) =>
  (await list(`${query}&limit=200`, who)).some((conversation) => conversation.id === id)

describe('a conversation', () => {
  test('is open at first, done when somebody says so, and open again with the next text', async () => {
    const id = await begin()
    expect(await get(id)).toMatchObject({ status: 'open', snoozedUntil: null, assignedTo: null, unreadCount: 1 })
    expect(await has('status=open', id)).toBe(true)

    expect(await change(id, { status: 'done' })).toMatchObject({ status: 200, body: { status: 'done', revision: 1 } })
    expect(await has('status=open', id)).toBe(false)
    expect(await has('status=done', id)).toBe(true)
    expect(await has('', id)).toBe(true)

    await journey.advance(1_000)
    await textFrom(dana, 'One more thing')
    await expect.poll(() => get(id), patience).toMatchObject({ status: 'open', revision: 2, unreadCount: 2 })
    const { items } = await timeline(id)
    expect(
      items.map((item: { kind: string; change?: { what: string; byName: string } }) => item.change ?? item.kind),
    ).toEqual([
      expect.objectContaining({ what: 'reopened', byName: null }),
      'message',
      expect.objectContaining({ what: 'done', byName: 'Maria Lopez' }),
      'message',
    ])
  })

  test('stays done when the text was there before it was said', async () => {
    const id = await begin()
    await change(id, { status: 'done' })
    // The follower has seen a later text of somebody else, so it has seen this one.
    const other = `${dana.slice(0, -4)}5${dana.slice(-3)}`
    await journey.control('/phones', { method: 'POST', body: { phoneNumber: other } })
    await textFrom(other, 'Hi')
    const otherId = await conversationWith(other)
    await change(otherId, { status: 'done' })
    await textFrom(other, 'Hi again')
    await expect.poll(() => get(otherId), patience).toMatchObject({ status: 'open' })
    expect(await get(id)).toMatchObject({ status: 'done' })
  })

  test('that is set aside comes back at its time, to the second', async () => {
    const id = await begin()
    const at = Date.parse((await journey.control('/clock')).now)
    const snoozedUntil = new Date(at + 3_600_000).toISOString()
    expect((await change(id, { status: 'snoozed', snoozedUntil })).body).toMatchObject({
      status: 'snoozed',
      snoozedUntil,
    })
    expect(await has('status=snoozed', id)).toBe(true)
    await journey.advance(3_599_000)
    expect(await get(id)).toMatchObject({ status: 'snoozed' })
    await journey.advance(1_000)
    expect(await has('status=open', id)).toBe(true)
    expect(await get(id)).toMatchObject({ status: 'open', snoozedUntil: null })
    expect((await timeline(id)).items[0].change).toMatchObject({ what: 'woke', by: null })
  })

  test.each([
    ['a time that has passed', { status: 'snoozed', snoozedUntil: '2020-01-01T00:00:00.000Z' }],
    ['a time without being set aside', { status: 'done', snoozedUntil: '2030-01-01T00:00:00.000Z' }],
    ['being set aside without a time', { status: 'snoozed' }],
    ['somebody who is not there', { assignedTo: 'nobody-of-ours' }],
    ['nothing', {}],
  ])('%s is refused', async (_name, body) => {
    expect(await change(await begin(), body)).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
  })

  test('is given to somebody, found under mine, and given back', async () => {
    const id = await begin()
    expect(await has('assignedTo=nobody&status=open', id)).toBe(true)
    const tom = people.idOf('Tom Reed')
    expect((await change(id, { assignedTo: tom })).body.assignedTo).toEqual({ id: tom, name: 'Tom Reed' })
    expect(await has('assignedTo=me', id, 'Tom Reed')).toBe(true)
    expect(await has('assignedTo=me', id, 'Maria Lopez')).toBe(false)
    expect(await has('assignedTo=nobody', id)).toBe(false)
    const counts = await as('Tom Reed')('/messages/conversations/counts')
    expect(counts.body.mine).toBe(1)
    await journey.advance(1_000)
    await change(id, { assignedTo: null }, 'Tom Reed')
    expect(await has('assignedTo=nobody', id)).toBe(true)
    const what = (await timeline(id)).items.flatMap((item: { change?: object }) => item.change ?? [])
    expect(what).toMatchObject([
      { what: 'unassigned', byName: 'Tom Reed' },
      { what: 'assigned', byName: 'Maria Lopez', assigneeName: 'Tom Reed' },
    ])
  })

  test('asked for what is so already announces nothing', async () => {
    const id = await begin()
    await change(id, { status: 'done' })
    await change(id, { status: 'done' })
    const changed = await journey.rows(
      `select from twilio_events where type = 'conversation.changed' and data -> 'conversation' ->> 'id' = $1`,
      [id],
    )
    expect(changed).toHaveLength(1)
    expect(
      await journey.rows(`select from audit_log where subject = $1 and action = 'conversation.change'`, [id]),
    ).toHaveLength(1)
  })

  test('is changed by nobody who may only look', async () => {
    const id = await begin()
    const viewer = await signInPeople(journey, ['Vera Viewer'], 'viewer')
    const answer = await viewer.api('Vera Viewer')(`/messages/conversations/${id}`, {
      method: 'PATCH',
      body: { status: 'done' },
    })
    expect(answer.status).toBe(403)
    expect((await change(id, { assignedTo: viewer.idOf('Vera Viewer') })).status).toBe(400)
  })

  test('of one number of ours is listed under it', async () => {
    await textFrom(dana, 'To the other number', journey.otherNumber)
    const other = await list(`ourNumber=${encodeURIComponent(journey.otherNumber)}`)
    expect(other.map((conversation) => conversation.theirNumber)).toEqual([dana])
  })
})

describe('every filter', () => {
  test('pages through all its conversations, each once, the newest first', async () => {
    const all = new Set<string>()
    for (let n = 0; n < 7; n += 1) {
      const from = `+1415555${String(5100 + n)}`
      await journey.control('/phones', { method: 'POST', body: { phoneNumber: from } })
      await textFrom(from, `Number ${n}`)
      const id = await conversationWith(from)
      if (n % 3 === 1) await change(id, { status: 'done' })
      all.add(id)
    }
    const seen: { id: string; lastMessageAt: string }[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await as('Maria Lopez')(`/messages/conversations?limit=3${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.items)
      cursor = body.nextCursor
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect([...all].every((id) => seen.some((conversation) => conversation.id === id))).toBe(true)
    const times = seen.map(({ lastMessageAt }) => lastMessageAt)
    expect(times).toEqual(times.toSorted().toReversed())
  })
})
