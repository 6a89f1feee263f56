import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const hugo = '+14155554001'

beforeAll(async () => {
  journey = await startJourney()
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: hugo } })
})
afterAll(() => journey.close())

describe('contacts', () => {
  test('are added, changed, found, paged by name and forgotten', async () => {
    const add = (name: string, phoneNumber: string) =>
      journey.api('/contacts', { method: 'POST', body: { name, phoneNumber, timeZone: 'America/New_York' } })
    const hanna = await add('  hanna Berg ', '+14155554010')
    expect(hanna).toMatchObject({
      status: 201,
      body: { name: 'hanna Berg', timeZone: 'America/New_York', externalId: null },
    })
    await add('Anton', '+14155554011')
    await add('Émile', '+14155554012')
    expect(await add('Somebody', '+14155554010')).toMatchObject({
      status: 409,
      body: { error: { message: 'This number belongs to hanna Berg already.', details: { contactId: hanna.body.id } } },
    })

    const names: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await journey.api(`/contacts?limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      names.push(...page.body.items.map((contact: { name: string }) => contact.name))
      cursor = page.body.nextCursor
    }
    expect(names.toSorted((a, b) => a.localeCompare(b))).toEqual(['Anton', 'Émile', 'hanna Berg'])
    expect(names.indexOf('Anton')).toBeLessThan(names.indexOf('hanna Berg'))

    const path = `/contacts/${hanna.body.id}`
    expect((await journey.api(path, { method: 'PATCH', body: { name: 'Hanna Berg-Olsen' } })).body).toMatchObject({
      name: 'Hanna Berg-Olsen',
      phoneNumber: '+14155554010',
    })
    expect((await journey.api(path, { method: 'PATCH', body: { phoneNumber: '+14155554011' } })).status).toBe(409)
    expect((await journey.api('/contacts?q=OLSEN')).body.items).toMatchObject([{ id: hanna.body.id }])
    expect((await journey.api(path, { method: 'DELETE' })).status).toBe(204)
    expect((await journey.api(path)).status).toBe(404)
    expect((await journey.api('/contacts?cursor=e30')).status).toBe(400)
    expect(await journey.rows(`select type from twilio_events where type like 'contact.%' order by id`)).toEqual(
      ['saved', 'saved', 'saved', 'saved', 'deleted'].map((what) => ({ type: `contact.${what}` })),
    )
    expect(
      await journey.rows(`select action from audit_log where subject = $1 order by at, id`, [hanna.body.id]),
    ).toHaveLength(3)
  })

  test('a wish nobody knows is refused rather than ignored', async () => {
    const later = { to: hugo, body: 'Later', sendAt: '2030-01-01T00:00:00Z' }
    expect(await journey.api('/messages', { method: 'POST', body: later })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/sendAt/) } },
    })
  })
})

describe('our numbers', () => {
  test('are there from the start, are read from Twilio on request, and keep the name given here', async () => {
    const before = await journey.api('/numbers')
    expect(before.body.items).toMatchObject([
      { phoneNumber: journey.ourNumber, phoneNumberSid: null, answer: { ringSeconds: 20 } },
    ])
    const { id } = before.body.items[0]
    const changed = await journey.api(`/numbers/${id}`, {
      method: 'PATCH',
      body: { friendlyName: 'Front desk', answer: { greeting: 'Good morning.', transferTo: hugo } },
    })
    expect(changed.body).toMatchObject({
      friendlyName: 'Front desk',
      answer: { greeting: 'Good morning.', transferTo: hugo, whisper: 'A call for you.' },
    })
    const settings = () =>
      journey
        .control('/webhooks')
        .then(() =>
          fetch(
            `${journey.emulator.url}/2010-04-01/Accounts/${journey.emulator.accountSid}/IncomingPhoneNumbers.json`,
            {
              headers: {
                Authorization: `Basic ${Buffer.from(`${journey.emulator.accountSid}:${journey.emulator.authToken}`).toString('base64')}`,
              },
            },
          ),
        )
        .then((answer) => answer.text())
    const untouched = await settings()
    const synced = await journey.api('/numbers/sync', { method: 'POST' })
    expect(synced.body.items).toMatchObject([
      { phoneNumber: journey.otherNumber, phoneNumberSid: expect.stringMatching(/^PN/) },
      { id, phoneNumber: journey.ourNumber, phoneNumberSid: expect.stringMatching(/^PN/), friendlyName: 'Front desk' },
    ])
    expect(await settings()).toBe(untouched)
    const again = await journey.api('/numbers/sync', { method: 'POST' })
    expect(again.body.items).toEqual(synced.body.items)
    expect(
      await journey.rows(`select count(*)::int as count from twilio_events where type = 'number.changed'`),
    ).toEqual([{ count: 3 }])
  })
})

describe('the overview', () => {
  test('counts the day of the person who asks', async () => {
    await journey.api('/messages', { method: 'POST', body: { to: hugo, body: 'Hello' } })
    await journey.api('/calls', { method: 'POST', body: { to: hugo } })
    await journey.control(`/phones/${encodeURIComponent(hugo)}/messages`, {
      method: 'POST',
      body: { to: journey.ourNumber, body: 'Hi' },
    })
    await journey.advance(1_000)
    const today = await journey.api('/overview?timeZone=America/New_York')
    expect(today.body).toMatchObject({
      activeCalls: 1,
      callsToday: 1,
      textsReceivedToday: 1,
      textsSentToday: 1,
      unreadConversations: 1,
      failedOperations: 0,
      since: '2026-03-02T05:00:00.000Z',
    })
    await journey.advance(24 * 60 * 60_000)
    expect((await journey.api('/overview')).body).toMatchObject({
      callsToday: 0,
      textsReceivedToday: 0,
      textsSentToday: 0,
      unreadConversations: 1,
    })
    expect((await journey.api('/overview?timeZone=Mars/Olympus')).status).toBe(400)
  })
})

describe('a viewer', () => {
  test('sees everything of the day’s work and changes nothing', async () => {
    const key = await journey.api('/api-keys', { method: 'POST', body: { name: 'Wall screen', role: 'viewer' } })
    expect(key.status).toBe(201)
    const headers = { Authorization: `Bearer ${key.body.secret ?? key.body.key}` }
    const conversation = (await journey.api('/messages/conversations')).body.items[0]
    for (const path of [
      '/calls',
      '/messages',
      '/messages/conversations',
      '/contacts',
      '/numbers',
      '/sms/opt-outs',
      '/overview',
    ]) {
      expect(await journey.api(path, { headers })).toMatchObject({ status: 200 })
    }
    const attempts: [string, string, object][] = [
      ['POST', '/messages', { to: hugo, body: 'x' }],
      ['POST', `/messages/conversations/${conversation.id}/read`, {}],
      ['POST', '/calls', { to: hugo }],
      ['PATCH', `/calls/CA${'0'.repeat(32)}`, { status: 'completed' }],
      ['POST', '/contacts', { name: 'x', phoneNumber: hugo }],
      ['POST', '/sms/opt-outs', { phoneNumber: hugo }],
      ['POST', '/numbers/sync', {}],
      ['PATCH', `/numbers/${conversation.id}`, { friendlyName: 'x' }],
      ['POST', `/operations/${conversation.id}/retry`, {}],
      ['GET', '/operations', {}],
    ]
    for (const [method, path, body] of attempts) {
      const answer = await journey.api(path, { method, headers, ...(method === 'GET' ? {} : { body }) })
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 403 })
    }
  })
})
