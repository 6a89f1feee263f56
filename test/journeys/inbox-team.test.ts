import { SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { indexEarlierTexts } from '@/lib/services/inbox-search/index-earlier-texts'
import { openLiveClient } from '../helpers/open-live-client'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'
import { startJourney, type Journey } from '../helpers/start-journey'

const hostUrl = 'http://host.invalid'
const hostSecret = 'the secret of a host application, long enough'

let journey: Journey
let people: SignedIn
let handsets = 0
let dana: string

beforeAll(async () => {
  journey = await startJourney({
    role: 'all',
    env: { SUPABASE_URL: hostUrl, SUPABASE_JWT_SECRET: hostSecret },
  })
  people = await signInPeople(journey, ['Maria Lopez', 'Tom Reed'])
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  dana = `+1415555${String(8000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: dana } })
})

const patience = { timeout: 10_000 }
const maria = (path: string, init?: object) => people.api('Maria Lopez')(path, init)
const tom = (path: string, init?: object) => people.api('Tom Reed')(path, init)
const textFromDana = async (body: string) => {
  await journey.control(`/phones/${encodeURIComponent(dana)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body },
  })
  await journey.advance(1_000)
}
const begin = async (body = 'Hello') => {
  await textFromDana(body)
  const found = await journey.api(`/messages/conversations?q=${encodeURIComponent(dana)}`)
  return String(found.body.items[0].id)
}
const timeline = async (id: string, query = '') =>
  (await journey.api(`/messages/conversations/${id}/timeline?${query}`)).body
const newestText = async (id: string) =>
  (await journey.api(`/messages/conversations/${id}/messages?limit=1`)).body.items[0].id as string
const addNote = async (id: string, body: string, who = maria) => {
  const added = await who(`/messages/conversations/${id}/notes`, { method: 'POST', body: { body } })
  await journey.advance(1_000)
  return added
}
const search = async (q: string) => (await journey.api(`/messages/search?q=${encodeURIComponent(q)}`)).body.items
const received = async () => {
  const texts = await journey.textsOf(dana)
  return texts
    .filter((text: { direction: string }) => text.direction !== 'sent')
    .map((text: { body: string }) => text.body)
}
const answer = (who: typeof maria, body: string, lastSeenMessageId?: string | null) =>
  who('/messages', { method: 'POST', body: { to: dana, body, lastSeenMessageId } })
const kinds = (page: { items: { kind: string }[] }) => page.items.map((item) => item.kind)

describe('an answer against a stale thread', () => {
  test('is stopped with who answered, when and with what, and goes out when it is sent in spite of it', async () => {
    const id = await begin('Is the job still open?')
    const seen = await newestText(id)
    const first = await answer(maria, 'It is.', seen)
    expect(first.status).toBe(201)
    await journey.advance(1_000)
    const second = await answer(tom, 'Yes, it is!', seen)
    expect(second).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'stale_thread',
          message: 'Maria Lopez has answered in the meantime.',
          details: { by: 'Maria Lopez', at: first.body.createdAt, messageId: first.body.id },
        },
      },
    })
    await journey.advance(5_000)
    expect(await received()).toEqual(['It is.'])
    expect((await answer(tom, 'And it pays well.', first.body.id)).status).toBe(201)
  })

  test.each(Array.from({ length: 5 }, (_, round) => [round + 1]))(
    'of two at once exactly one goes out (round %i)',
    async () => {
      const seen = await newestText(await begin())
      const answers = await Promise.all([answer(maria, 'from Maria', seen), answer(tom, 'from Tom', seen)])
      expect(answers.map((one) => one.status)).toEqual(expect.arrayContaining([201, 409]))
      const refused = answers.find((one) => one.status === 409)
      const sent = answers.find((one) => one.status === 201)
      expect(refused?.body.error.details.messageId).toBe(sent?.body.id)
      await journey.advance(5_000)
      expect(await received()).toHaveLength(1)
    },
  )

  test('of two first texts to the same new person at once exactly one goes out', async () => {
    const answers = await Promise.all([answer(maria, 'from Maria', null), answer(tom, 'from Tom', null)])
    expect(answers.map((one) => one.status)).toEqual(expect.arrayContaining([201, 409]))
  })

  test('one’s own text and a text from them stop nobody, and a script that does not ask is not stopped', async () => {
    const seen = await newestText(await begin())
    expect((await answer(maria, 'One', seen)).status).toBe(201)
    await textFromDana('And another thing')
    expect((await answer(maria, 'Two', seen)).status).toBe(201)
    expect((await answer(tom, 'Three')).status).toBe(201)
  })

  test('a text that Twilio refused stops nobody', async () => {
    const seen = await newestText(await begin())
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 400, code: 21211 })
    expect((await answer(maria, 'refused', seen)).status).toBe(502)
    await journey.control('/faults', { method: 'DELETE' })
    expect((await answer(tom, 'mine', seen)).status).toBe(201)
  })
})

describe('an internal note', () => {
  test('stands in the timeline, mentions people, is never sent, and is gone when deleted', async () => {
    const id = await begin()
    const added = await addNote(id, 'Ask @Tom Reed, <script>alert(1)</script> @Maria Lopez')
    expect(added).toMatchObject({
      status: 201,
      body: { authorName: 'Maria Lopez', mentions: [people.idOf('Tom Reed')], conversationId: id },
    })
    expect((await timeline(id)).items[0]).toMatchObject({
      kind: 'note',
      note: { id: added.body.id, body: added.body.body },
    })
    await journey.advance(5_000)
    expect(await received()).toEqual([])

    const counts = () => tom('/messages/conversations/counts')
    expect((await counts()).body.mentions).toBe(1)
    const mentions = await tom('/messages/mentions')
    expect(mentions.body.items).toMatchObject([{ id: added.body.id, readAt: null, conversation: { id } }])
    await maria(`/messages/conversations/${id}/read`, { method: 'POST' })
    expect((await counts()).body.mentions).toBe(1)
    await tom(`/messages/conversations/${id}/read`, { method: 'POST' })
    expect((await counts()).body.mentions).toBe(0)
    expect((await tom('/messages/mentions')).body.items[0].readAt).not.toBeNull()

    const path = `/messages/conversations/${id}/notes/${added.body.id}`
    expect((await tom(path, { method: 'DELETE' })).status).toBe(403)
    expect((await maria(path, { method: 'DELETE' })).status).toBe(204)
    expect((await timeline(id)).items.map((item: { kind: string }) => item.kind)).toEqual(['message'])
    expect((await tom('/messages/mentions')).body.items).toEqual([])
  })

  test('asked for twice under one key is one', async () => {
    const id = await begin()
    const ask = () =>
      journey.api(`/messages/conversations/${id}/notes`, {
        method: 'POST',
        body: { body: 'once' },
        headers: { 'Idempotency-Key': `note-${id}` },
      })
    const [one, other] = await Promise.all([ask(), ask()])
    expect(one.body.id).toBe(other.body.id)
    expect((await timeline(id)).items.filter((item: { kind: string }) => item.kind === 'note')).toHaveLength(1)
  })

  test('without words is refused', async () => {
    expect((await addNote(await begin(), '   ')).status).toBe(400)
  })
})

describe('who reads and writes', () => {
  test('is seen by the others, live, and ends by itself', async () => {
    const id = await begin()
    const client = await openLiveClient({
      url: journey.server.url,
      kind: 'sse',
      headers: { Authorization: 'Bearer admin-key-of-the-tests' },
    })
    const say = (who: typeof maria, state: string) =>
      who(`/messages/conversations/${id}/presence`, { method: 'PUT', body: { state } })
    const told = () => client.events().filter((event) => event.type === 'conversation.presence_changed')

    expect((await say(maria, 'reading')).body.items).toMatchObject([{ name: 'Maria Lopez', state: 'reading' }])
    expect((await say(tom, 'writing')).body.items).toMatchObject([
      { name: 'Maria Lopez', state: 'reading' },
      { name: 'Tom Reed', state: 'writing' },
    ])
    await client.until(() => told().length === 2)
    // Said again it tells the screens nothing, and keeps them there.
    await journey.advance(30_000)
    await say(tom, 'writing')
    await journey.advance(30_000)
    expect((await say(tom, 'writing')).body.items).toMatchObject([{ name: 'Tom Reed' }])
    await say(tom, 'away')
    await client.until(() => told().length === 3)
    expect(told().map((event) => (event.data as { state: string }).state)).toEqual(['reading', 'writing', 'away'])
    expect((await say(maria, 'reading')).body.items).toMatchObject([{ name: 'Maria Lopez' }])
    client.cut()
  })
})

describe('a person of the host application', () => {
  test('is seen, assigned and mentioned once they have opened a conversation', async () => {
    const id = await begin()
    const personId = '0195d2a0-0000-7000-8000-00000000abcd'
    const { now } = await journey.control('/clock')
    const token = await new SignJWT({ app_metadata: { eva_role: 'agent' }, user_metadata: { full_name: 'Hana Host' } })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(personId)
      .setIssuer(`${hostUrl}/auth/v1`)
      .setAudience('authenticated')
      .setExpirationTime(Date.parse(now) / 1_000 + 3_600)
      .sign(new TextEncoder().encode(hostSecret))
    const hana = (path: string, init: object = {}) =>
      journey.api(path, { ...init, headers: { Authorization: `Bearer ${token}` } })
    expect(
      (await maria(`/messages/conversations/${id}`, { method: 'PATCH', body: { assignedTo: personId } })).status,
    ).toBe(400)
    const presence = await hana(`/messages/conversations/${id}/presence`, { method: 'PUT', body: { state: 'reading' } })
    expect(presence.body.items).toMatchObject([{ id: personId, name: 'Hana Host' }])
    const given = await maria(`/messages/conversations/${id}`, { method: 'PATCH', body: { assignedTo: personId } })
    expect(given.body.assignedTo).toEqual({ id: personId, name: 'Hana Host' })
    expect((await addNote(id, 'For you, @Hana Host')).body.mentions).toEqual([personId])
    expect((await hana('/messages/conversations/counts')).body).toMatchObject({ mine: 1, mentions: 1 })
  })
})

describe('the timeline', () => {
  test('has texts, calls, notes, changes and opt-outs in order, and pages both ways', async () => {
    const id = await begin('Call me')
    const { callSid } = await journey.control(`/phones/${encodeURIComponent(dana)}/calls`, {
      method: 'POST',
      body: { to: journey.ourNumber },
    })
    await journey.control(`/calls/${callSid}/hangup`, { method: 'POST', body: {} })
    await journey.advance(1_000)
    await addNote(id, 'She called')
    await journey.api('/calls', { method: 'POST', body: { to: dana } })
    await journey.advance(60_000)
    await maria(`/messages/conversations/${id}`, { method: 'PATCH', body: { assignedTo: people.idOf('Tom Reed') } })
    await journey.advance(1_000)
    await textFromDana('STOP')

    const whole = await timeline(id)
    const stop = kinds(whole).slice(0, 2).toSorted()
    expect(stop).toEqual(['message', 'opt_out'])
    expect(kinds(whole).slice(2)).toEqual(['change', 'call', 'note', 'call', 'message'])
    expect(whole.items.at(3).call).toMatchObject({ direction: 'outbound', to: dana })
    expect(whole.items.at(5).call).toMatchObject({ direction: 'inbound', from: dana, callSid })
    expect(whole).toMatchObject({ nextCursor: null, previousCursor: null, theirNumber: dana })

    const ids = whole.items.map((item: { kind: string; id: string }) => `${item.kind} ${item.id}`)
    const walk = async (first: Awaited<ReturnType<typeof timeline>>, way: 'nextCursor' | 'previousCursor') => {
      const seen: string[] = []
      for (let page = first; ;) {
        const part = page.items.map((item: { kind: string; id: string }) => `${item.kind} ${item.id}`)
        if (way === 'nextCursor') seen.push(...part)
        else seen.unshift(...part)
        if (page[way] === null) return seen
        page = await timeline(id, `limit=1&cursor=${page[way]}`)
      }
    }
    expect(await walk(await timeline(id, 'limit=1'), 'nextCursor')).toEqual(ids)
    const oldest = whole.items.at(-1).id
    const around = await timeline(id, `limit=2&around=${oldest}`)
    expect(around.nextCursor).toBeNull()
    expect(await walk(around, 'previousCursor')).toEqual(ids)
    expect((await journey.api(`/messages/conversations/${id}/timeline?around=${crypto.randomUUID()}`)).status).toBe(404)
    expect((await journey.api(`/messages/conversations/${id}/timeline?cursor=bm9uZQ`)).status).toBe(400)
  })
})

describe('search', () => {
  test('finds texts both ways and notes by their words, their beginnings, without accents; not what was deleted', async () => {
    const id = await begin('Können wir über das Übergabegespräch reden?')
    const words = `zebra${handsets}`
    await maria('/messages', { method: 'POST', body: { to: dana, body: `Sure, ${words} at ten` } })
    await journey.advance(1_000)
    const note = await addNote(id, `internal ${words} remark`)
    await expect
      .poll(() => search(words), patience)
      .toMatchObject([
        { kind: 'note', id: note.body.id, conversation: { id } },
        { kind: 'text', direction: 'outbound', conversation: { id, theirNumber: dana } },
      ])
    expect(await search('ubergabegesp')).toMatchObject([{ kind: 'text', direction: 'inbound', conversation: { id } }])
    expect(await search(`${words} remark`)).toHaveLength(1)
    expect(await search(`${words} absent`)).toEqual([])
    expect(await search(`'"&|!:*<->`)).toEqual([])
    await maria(`/messages/conversations/${id}/notes/${note.body.id}`, { method: 'DELETE' })
    await expect.poll(() => search(words), patience).toHaveLength(1)
  })

  test('finds the texts of before there was an index once the job has added them', async () => {
    const id = await begin(`The okapi${handsets} interview`)
    const word = `okapi${handsets}`
    await expect.poll(() => search(word), patience).toHaveLength(1)
    await journey.rows('delete from inbox_search')
    await journey.rows(`insert into inbox_search_backlog (before_at, before_id)
      select created_at, id from twilio_messages order by created_at desc, id desc limit 1`)
    expect(await search(word)).toEqual([])
    expect(await indexEarlierTexts(journey.server.installation)).toBe(false)
    expect(await search(word)).toMatchObject([{ kind: 'text', conversation: { id } }])
    expect(await journey.rows('select from inbox_search_backlog')).toEqual([])
  })

  test('of names and numbers finds the conversation, however the number is written', async () => {
    const id = await begin()
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: dana, name: `Dana O’Neill-${handsets}` } })
    const byParty = async (q: string) =>
      (await journey.api(`/messages/conversations?q=${encodeURIComponent(q)}`)).body.items.map(
        (one: { id: string }) => one.id,
      )
    const local = dana.slice(2)
    for (const q of [
      dana,
      `(${local.slice(0, 3)}) ${local.slice(3, 6)}-${local.slice(6)}`,
      local.slice(-6),
      `neill-${handsets}`,
    ]) {
      expect({ q, found: await byParty(q) }).toEqual({ q, found: [id] })
    }
    expect(await byParty('100%_nobody')).toEqual([])
  })
})
