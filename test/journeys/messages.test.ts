import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reconcileStaleMessages } from '@/lib/services/messages/reconcile-stale-messages'
import { reconcileUnknownMessages } from '@/lib/services/messages/reconcile-unknown-messages'
import { settleMessage } from '@/lib/services/messages/settle-message'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let handsets = 0
let anna: string

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  anna = `+1415555${String(7000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: anna } })
})

const send = (body: string, extra: object = {}) =>
  journey.api('/messages', { method: 'POST', body: { to: anna, body, ...extra } })
const received = async () => {
  const texts = await journey.textsOf(anna)
  return texts
    .filter((text: { direction: string }) => text.direction !== 'sent')
    .map((text: { body: string }) => text.body)
}
const reconcile = () =>
  reconcileUnknownMessages({ ...journey.server.installation, actor: { type: 'job', task: 'test' }, requestId: 'test' })
const reconcileStale = () =>
  reconcileStaleMessages({ ...journey.server.installation, actor: { type: 'job', task: 'test' }, requestId: 'test' })
const messageById = async (id: string) => {
  const list = await journey.api(`/messages?phoneNumber=${encodeURIComponent(anna)}`)
  return list.body.items.find((item: { id: string }) => item.id === id)
}

describe('sending a text', () => {
  test('reaches the handset, and is shown as delivered', async () => {
    const sent = await send('Can you come on Tuesday?')
    expect(sent).toMatchObject({
      status: 201,
      body: {
        direction: 'outbound',
        status: 'queued',
        to: anna,
        from: journey.ourNumber,
        numSegments: 1,
        errorMessage: null,
      },
    })
    expect(sent.body.messageSid).toMatch(/^SM[0-9a-f]{32}$/)

    await journey.advance(5_000)
    expect(await journey.textsOf(anna)).toMatchObject([{ body: 'Can you come on Tuesday?', from: journey.ourNumber }])
    const thread = await journey.api(`/messages/conversations/${sent.body.conversationId}/messages`)
    expect(thread.body.items).toMatchObject([
      { id: sent.body.id, messageSid: sent.body.messageSid, status: 'delivered' },
    ])
  })

  test('is on the live log before and after Twilio answered, and in the audit log', async () => {
    const { body } = await send('Live')
    const events = await journey.rows(
      `select type, data ->> 'status' as status from twilio_events
       where data ->> 'id' = $1 or data -> 'message' ->> 'id' = $1 order by id`,
      [body.id],
    )
    expect(events).toEqual([
      { type: 'message.created', status: null },
      { type: 'message.status_changed', status: 'queued' },
    ])
    expect(await journey.rows(`select actor, action from audit_log where subject = $1`, [body.id])).toEqual([
      { actor: 'api-key:environment', action: 'message.send' },
    ])
  })

  test('with an emoji and attachments counts its parts and shows what was attached', async () => {
    const sent = await send('🙂'.repeat(36), { mediaUrls: ['https://files.example.com/offer.pdf'] })
    expect(sent.body).toMatchObject({
      numSegments: 2,
      media: [
        { id: null, url: 'https://files.example.com/offer.pdf', contentType: 'application/pdf', status: 'linked' },
      ],
    })
  })

  test.each([
    ['no text', { to: '+14155557999', body: '  ' }, /^body: Write a text or attach a file\.$/],
    ['a number without a country', { to: '4155550123', body: 'x' }, /^to: Write the number as/],
    ['a text that is too long', { to: '+14155557999', body: 'x'.repeat(1601) }, /1,600 characters at most/],
    ['one of too many emoji', { to: '+14155557999', body: '😀'.repeat(801) }, /an emoji counts as two/],
  ])('%s is answered with a sentence', async (_name, body, message) => {
    const answer = await journey.api('/messages', { method: 'POST', body })
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid', message: expect.stringMatching(message) } },
    })
  })

  test('JSON that is none is answered with 400, JSON without a Content-Type is read', async () => {
    const broken = await journey.api('/messages', { method: 'POST', body: '{"to":' })
    expect(broken).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
    const plain = await fetch(`${journey.server.url}/api/twilio/messages`, {
      method: 'POST',
      body: JSON.stringify({ to: anna, body: 'No type' }),
      headers: { Authorization: 'Bearer admin-key-of-the-tests' },
    })
    expect(plain.status).toBe(201)
  })

  test('needs somebody who may', async () => {
    const nobody = await journey.api('/messages', {
      method: 'POST',
      body: { to: anna, body: 'x' },
      headers: { Authorization: '' },
    })
    expect(nobody.status).toBe(401)
    expect(await received()).toEqual([])
  })
})

describe('a person who said STOP', () => {
  test('gets no text: 422, and nothing reaches the handset or Twilio', async () => {
    await send('Hello')
    await journey.advance(5_000)
    await journey.control(`/phones/${encodeURIComponent(anna)}/messages`, {
      method: 'POST',
      body: { to: journey.ourNumber, body: 'STOP' },
    })
    await journey.advance(5_000)
    const before = await received()
    const refused = await send('Are you sure?')
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { code: 'opted_out', details: { rule: 'opted_out' } } },
    })
    await journey.advance(5_000)
    expect(await received()).toEqual(before)
    expect(
      await journey.rows(
        `select verdict, rule from permission_verdicts where to_number = $1 order by at desc, id desc limit 1`,
        [anna],
      ),
    ).toEqual([{ verdict: 'refused', rule: 'opted_out' }])
  })

  test('may be texted again once the ledger says how they agreed', async () => {
    const record = (body: object) =>
      journey.api('/sms/opt-outs', { method: 'POST', body: { phoneNumber: anna, ...body } })
    expect((await record({ kind: 'opted_out', words: 'Asked on the phone' })).status).toBe(201)
    expect((await send('x')).status).toBe(422)
    expect(await record({ kind: 'opted_in' })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringMatching(/how this person agreed/) } },
    })
    expect((await record({ kind: 'opted_in', words: 'Called us and asked for texts' })).status).toBe(201)
    expect((await send('Welcome back')).status).toBe(201)
    const ledger = await journey.api(`/sms/opt-outs?phoneNumber=${encodeURIComponent(anna)}`)
    expect(ledger.body.items.map((entry: { kind: string }) => entry.kind)).toEqual(['opted_in', 'opted_out'])
  })

  test('whom only Twilio knows to be unsubscribed is refused by us from then on', async () => {
    await journey.faults({
      on: 'request',
      method: 'POST',
      path: '/Messages',
      action: 'fail',
      status: 400,
      code: 21610,
      times: 1,
    })
    expect(await send('One')).toMatchObject({
      status: 502,
      body: { error: { twilioCode: 21610, message: expect.stringMatching(/replied STOP/) } },
    })
    expect(await send('Two')).toMatchObject({ status: 422, body: { error: { code: 'opted_out' } } })
  })
})

describe('a text that Twilio refuses', () => {
  test('is answered with a sentence and its code, and shown as failed with the same sentence', async () => {
    await journey.faults({
      on: 'request',
      method: 'POST',
      path: '/Messages',
      action: 'fail',
      status: 400,
      code: 21211,
      times: 1,
    })
    const refused = await send('To nobody')
    expect(refused).toMatchObject({
      status: 502,
      body: {
        error: {
          code: 'upstream',
          twilioCode: 21211,
          message: 'This is not a valid phone number. Check it, including the country code.',
        },
      },
    })
    const list = await journey.api(`/messages?phoneNumber=${encodeURIComponent(anna)}`)
    expect(list.body.items).toMatchObject([
      { status: 'failed', errorCode: 21211, messageSid: null, errorMessage: refused.body.error.message },
    ])
  })

  test('later, at the carrier, is shown as undelivered with its sentence', async () => {
    await journey.faults({ on: 'number', phoneNumber: anna, errorCode: 30003 })
    const sent = await send('To a phone that is off')
    await journey.advance(5_000)
    expect(await messageById(sent.body.id)).toMatchObject({
      errorCode: 30003,
      errorMessage: expect.stringMatching(/switched off/),
    })
  })
})

describe('a connection that fails', () => {
  test('after Twilio took the text leaves it unknown; it is settled without a second text', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'reset-after', times: 1 })
    const sent = await send('Once and only once')
    expect(sent).toMatchObject({
      status: 202,
      body: { status: 'unknown', messageSid: null, errorMessage: expect.stringMatching(/did not confirm/) },
    })

    expect(await send('Once and only once')).toMatchObject({ status: 409 })

    await journey.advance(5_000)
    expect(await messageById(sent.body.id)).toMatchObject({
      status: 'delivered',
      messageSid: expect.stringMatching(/^SM/),
      errorMessage: null,
    })
    expect(await received()).toEqual(['Once and only once'])
  })

  test('and a process that died meanwhile leave it pending; until it is settled the same words do not go out again', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'reset-after', times: 1 })
    const sent = await send('Written by a process that died')
    await journey.rows(`update twilio_messages set status = 'pending', status_rank = 0 where id = $1`, [sent.body.id])

    expect(await send('Written by a process that died')).toMatchObject({ status: 409 })

    await journey.advance(5_000)
    expect(await received()).toEqual(['Written by a process that died'])
  })

  test('and whose callbacks are lost too is settled from Twilio’s own list', async () => {
    await journey.faults(
      { on: 'request', method: 'POST', path: '/Messages', action: 'reset-after', times: 1 },
      { on: 'callback', kind: 'message-status', action: 'drop' },
    )
    const sent = await send('Known to the list alone')
    await journey.advance(60_000)
    expect(await messageById(sent.body.id)).toMatchObject({ status: 'unknown' })
    await reconcile()
    expect(await messageById(sent.body.id)).toMatchObject({
      status: 'delivered',
      messageSid: expect.stringMatching(/^SM/),
    })
    expect(await received()).toEqual(['Known to the list alone'])
  })

  test('is not settled by another text that ends in the same words', async () => {
    await journey.faults(
      { on: 'request', method: 'POST', path: '/Messages', action: 'reset-before', times: 1 },
      { on: 'callback', kind: 'message-status', action: 'drop' },
    )
    const lost = await send('ok')
    // Somebody else on the account wrote to the same person meanwhile.
    const other = await send('not ok')
    await journey.rows(
      `update twilio_messages set message_sid = null, status = 'failed', status_rank = 51 where id = $1`,
      [other.body.id],
    )
    await reconcile()
    expect(await messageById(lost.body.id)).toMatchObject({ status: 'unknown', messageSid: null })
  })

  test('is settled by the text as a trial account sends it', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'reset-before', times: 1 })
    const lost = await send('ok')
    const sent = await send('Sent from your Twilio trial account - ok')
    await journey.rows(
      `update twilio_messages set message_sid = null, status = 'failed', status_rank = 51 where id = $1`,
      [sent.body.id],
    )
    await reconcile()
    expect(await messageById(lost.body.id)).toMatchObject({ messageSid: sent.body.messageSid })
  })

  test('before Twilio took the text: it is unknown until the list shows that it never arrived, then it can be retried', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'reset-before', times: 1 })
    const sent = await send('Lost on the way')
    expect(sent.status).toBe(202)
    await reconcile()
    expect(await messageById(sent.body.id)).toMatchObject({ status: 'unknown' })
    await journey.advance(16 * 60_000)
    await reconcile()
    expect(await messageById(sent.body.id)).toMatchObject({
      status: 'failed',
      errorMessage: expect.stringMatching(/never reached Twilio/),
    })
    expect(await received()).toEqual([])

    const open = await journey.api('/operations?open=true&kind=message.send')
    const operation = open.body.items.find((item: { subject: string }) => item.subject === sent.body.id)
    const retried = await journey.api(`/operations/${operation.id}/retry`, { method: 'POST' })
    expect(retried).toMatchObject({ status: 200, body: { status: 'succeeded', settledBy: 'api-key:environment' } })
    await journey.advance(5_000)
    expect(await received()).toEqual(['Lost on the way'])
    expect((await journey.api(`/operations/${operation.id}/retry`, { method: 'POST' })).status).toBe(409)
  })

  test('with 500 is unknown, not sent again', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 500, code: 20500 })
    expect(await send('Server error')).toMatchObject({ status: 202, body: { status: 'unknown' } })
    await journey.advance(5_000)
    expect(await received()).toEqual([])
  })

  test('with 429 is tried again until it goes through, once', async () => {
    await journey.faults({
      on: 'request',
      method: 'POST',
      path: '/Messages',
      action: 'fail',
      status: 429,
      code: 20429,
      times: 2,
    })
    expect(await send('Patience')).toMatchObject({ status: 201 })
    await journey.advance(5_000)
    expect(await received()).toEqual(['Patience'])
  })
})

describe('conversations', () => {
  test('are found by name and by number, paged, counted and read', async () => {
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: anna, name: 'Anna 50%_Petrova' } })
    const { body: sent } = await send('First')
    await journey.control(`/phones/${encodeURIComponent(anna)}/messages`, {
      method: 'POST',
      body: { to: journey.ourNumber, body: 'Yes, gladly' },
    })
    await journey.advance(5_000)
    const find = async (q: string) =>
      (await journey.api(`/messages/conversations?q=${encodeURIComponent(q)}`)).body.items
    const expected = {
      id: sent.conversationId,
      contactName: 'Anna 50%_Petrova',
      unreadCount: 1,
      lastMessagePreview: 'Yes, gladly',
      lastMessageDirection: 'inbound',
    }
    expect(await find('petrova')).toMatchObject([expected])
    expect(await find('50%_')).toMatchObject([expected])
    expect(await find(`(${anna.slice(2, 5)}) ${anna.slice(5, 8)}-${anna.slice(8)}`)).toMatchObject([expected])
    expect(await find('nobody of that name')).toEqual([])

    const first = await journey.api('/messages/conversations?limit=1')
    expect(first.body.items).toHaveLength(1)
    const second = await journey.api(`/messages/conversations?limit=1&cursor=${first.body.nextCursor}`)
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id)

    const read = await journey.api(`/messages/conversations/${sent.conversationId}/read`, { method: 'POST' })
    expect(read.body).toMatchObject({ unreadCount: 0 })
    expect((await journey.api('/messages/conversations?cursor=nonsense')).status).toBe(400)
  })
})

describe('a callback that names no attempt and comes before Twilio has answered us', () => {
  test('counts as soon as the answer brings the SID', async () => {
    await journey.faults({ on: 'callback', kind: 'message-status', action: 'drop' })
    const sent = await send('Who is faster?')
    const sid = sent.body.messageSid
    // As it was before the answer came: an attempt without a SID, whose callback we could not place.
    await journey.rows(
      `update twilio_messages set message_sid = null, status = 'pending', status_rank = 0 where id = $1`,
      [sent.body.id],
    )
    await journey.rows(
      `insert into twilio_webhook_facts (event_key, kind, raw, received_at) values ($1, 'message-status', $2, now())`,
      [`${sid}:delivered`, `MessageSid=${sid}&MessageStatus=delivered`],
    )
    const settled = await settleMessage(
      { ...journey.server.installation, actor: { type: 'system' }, requestId: 'test' },
      sent.body.id,
      {
        end: 'accepted',
        messageSid: sid,
        status: 'queued',
        errorCode: null,
        numSegments: 1,
      },
    )
    expect(settled).toMatchObject({ messageSid: sid, status: 'delivered' })
    expect(await messageById(sent.body.id)).toMatchObject({ status: 'delivered' })
    await journey.control('/faults', { method: 'DELETE' })
  })
})

describe('a text whose end was never reported', () => {
  test('is looked up after ten minutes of silence, and shown as Twilio has it, once', async () => {
    await journey.faults({ on: 'callback', kind: 'message-status', action: 'drop' })
    const sent = await send('Did it arrive?')
    await journey.advance(5_000)
    expect(await received()).toEqual(['Did it arrive?'])
    await reconcileStale()
    expect(await messageById(sent.body.id)).toMatchObject({ status: 'queued' })
    await journey.advance(11 * 60_000)
    await reconcileStale()
    await reconcileStale()
    expect(await messageById(sent.body.id)).toMatchObject({ status: 'delivered' })
    expect(
      await journey.rows(
        `select data ->> 'status' as status from twilio_events where type = 'message.status_changed' and data ->> 'id' = $1 order by id`,
        [sent.body.id],
      ),
    ).toEqual([{ status: 'queued' }, { status: 'delivered' }])
  })
})
