import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ourNumber, sid, startWebhookApp } from '../helpers/start-webhook-app'

let app: Awaited<ReturnType<typeof startWebhookApp>>

beforeAll(async () => {
  app = await startWebhookApp()
})
afterAll(() => app.close())

function inbound(number: number, text: Record<string, string> = {}) {
  return {
    MessageSid: sid('SM', number),
    SmsSid: sid('SM', number),
    AccountSid: `AC${'a'.repeat(32)}`,
    From: '+14155550111',
    To: ourNumber,
    Body: 'Hello',
    NumMedia: '0',
    NumSegments: '1',
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
    ...text,
  }
}

function events(type: string) {
  return app.rows('select data from twilio_events where type = $1 order by id', [type])
}

describe('a text for one of our numbers', () => {
  test('is written down with its conversation and announced, then answered with an empty document', async () => {
    const answer = await app.send('sms', inbound(1, { From: '+14155550121', Body: 'Is the job still open?' }))
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
    expect(answer.body).toContain('<Response/>')

    const [message] = await app.rows('select * from twilio_messages where message_sid = $1', [sid('SM', 1)])
    expect(message).toMatchObject({
      direction: 'inbound',
      status: 'received',
      status_rank: 80,
      from_number: '+14155550121',
      to_number: ourNumber,
      body: 'Is the job still open?',
      keyword: null,
    })
    const [conversation] = await app.rows('select * from conversations where id = $1', [message!.conversation_id])
    expect(conversation).toMatchObject({
      our_number: ourNumber,
      their_number: '+14155550121',
      unread_count: 1,
      last_message_preview: 'Is the job still open?',
    })
    const [fact] = await app.rows('select * from twilio_webhook_facts where event_key = $1', [
      `${sid('SM', 1)}:received`,
    ])
    expect(new URLSearchParams(fact!.raw).get('Body')).toBe('Is the job still open?')
    const event = (await events('message.received')).find(({ data }) => data.message.messageSid === sid('SM', 1))
    expect(event!.data).toMatchObject({
      message: { id: message!.id },
      conversation: { unreadCount: 1, optedOut: false },
    })
  })

  test('delivered five times at once is one text, one unread, one event', async () => {
    const text = inbound(2, { From: '+14155550122' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.send('sms', text)))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200])
    await app.send('sms', text)
    expect(await app.rows('select from twilio_messages where message_sid = $1', [sid('SM', 2)])).toHaveLength(1)
    expect(await app.rows('select unread_count from conversations where their_number = $1', ['+14155550122'])).toEqual([
      { unread_count: 1 },
    ])
    const announced = (await events('message.received')).filter(({ data }) => data.message.messageSid === sid('SM', 2))
    expect(announced).toHaveLength(1)
  })

  test('many at once from one person count each once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => app.send('sms', inbound(100 + index, { From: '+14155550123' }))),
    )
    const [conversation] = await app.rows('select * from conversations where their_number = $1', ['+14155550123'])
    expect(conversation!.unread_count).toBe(40)
    expect(await app.rows('select from twilio_messages where conversation_id = $1', [conversation!.id])).toHaveLength(
      40,
    )
  })

  test('keeps what was attached', async () => {
    await app.send(
      'sms',
      inbound(3, {
        MessageSid: sid('MM', 3),
        From: '+14155550124',
        Body: '',
        NumMedia: '2',
        MediaUrl0: 'https://api.twilio.com/media/ME1',
        MediaContentType0: 'application/pdf',
        MediaUrl1: 'https://api.twilio.com/media/ME2',
        MediaContentType1: 'image/jpeg',
      }),
    )
    const [message] = await app.rows('select * from twilio_messages where message_sid = $1', [sid('MM', 3)])
    expect(message).toMatchObject({
      num_media: 2,
      media: [
        { sourceUrl: 'https://api.twilio.com/media/ME1', contentType: 'application/pdf', status: 'pending' },
        { sourceUrl: 'https://api.twilio.com/media/ME2', contentType: 'image/jpeg', status: 'pending' },
      ],
    })
    const [conversation] = await app.rows('select * from conversations where their_number = $1', ['+14155550124'])
    expect(conversation!.last_message_preview).toBe('2 attachments')
  })

  test('NUL characters and broken surrogates do no harm, neither to the text nor to its neighbours', async () => {
    const answers = await Promise.all([
      app.send('sms', inbound(10, { From: '+14155550125', Body: 'before' })),
      app.send('sms', inbound(11, { From: '+14155550126', Body: 'a\0b\uD800c' })),
      app.send('sms', inbound(12, { From: '+14155550127', Body: 'after' })),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    const bodies = await app.rows(
      'select body from twilio_messages where from_number between $1 and $2 order by from_number',
      ['+14155550125', '+14155550127'],
    )
    expect(bodies).toEqual([{ body: 'before' }, { body: 'a\uFFFDb\uFFFDc' }, { body: 'after' }])
  })
})

describe('a keyword', () => {
  test('STOP is in the ledger and on the screens, START takes it back, both stay', async () => {
    const from = '+14155550130'
    await app.send('sms', inbound(20, { From: from, Body: ' stop ' }))
    app.clock.advance(1000)
    await app.send('sms', inbound(21, { From: from, Body: 'START' }))
    await app.send('sms', inbound(21, { From: from, Body: 'START' }))
    const ledger = await app.rows(
      'select kind, source, words, our_number, message_sid from twilio_opt_outs where phone_number = $1 order by recorded_at',
      [from],
    )
    expect(ledger).toEqual([
      { kind: 'opted_out', source: 'keyword', words: ' stop ', our_number: ourNumber, message_sid: sid('SM', 20) },
      { kind: 'opted_in', source: 'keyword', words: 'START', our_number: ourNumber, message_sid: sid('SM', 21) },
    ])
    const announced = (await events('opt_out.recorded'))
      .map(({ data }) => data)
      .filter((data) => data.phoneNumber === from)
    expect(announced.map((data) => data.kind)).toEqual(['opted_out', 'opted_in'])
    const received = (await events('message.received')).filter(({ data }) => data.message.from === from)
    expect(received.map(({ data }) => [data.message.keyword, data.conversation.optedOut])).toEqual([
      ['STOP', true],
      ['START', false],
    ])
  })

  test('inside a sentence is an ordinary text; HELP is marked and changes nothing; Twilio’s verdict wins', async () => {
    const from = '+14155550131'
    await app.send('sms', inbound(22, { From: from, Body: 'STOP please' }))
    await app.send('sms', inbound(23, { From: from, Body: 'help' }))
    expect(await app.rows('select from twilio_opt_outs where phone_number = $1', [from])).toHaveLength(0)
    await app.send('sms', inbound(24, { From: from, Body: 'ARRET', OptOutType: 'STOP' }))
    const keywords = await app.rows('select keyword from twilio_messages where from_number = $1 order by message_sid', [
      from,
    ])
    expect(keywords).toEqual([{ keyword: null }, { keyword: 'HELP' }, { keyword: 'STOP' }])
  })
})

const api = async (path: string, method = 'GET') => {
  const headers = { Authorization: 'Bearer test-key' }
  const answer = await fetch(`${app.servers[0]!.url}/api/twilio/messages${path}`, { method, headers })
  return { status: answer.status, body: await answer.json() }
}

describe('reading a conversation', () => {
  const from = '+14155550171'
  const bring = (number: number) => app.send('sms', inbound(number, { From: from, Body: `Text ${number}` }))
  const thread = async () => {
    const { body } = await api(`/conversations?q=${encodeURIComponent(from)}`)
    const [conversation] = body.items
    return { ...conversation, texts: (await api(`/conversations/${conversation.id}/messages?limit=200`)).body.items }
  }

  test('up to the text that was seen leaves what came after it unread, and says so', async () => {
    for (const number of [900, 901, 902]) {
      await bring(number)
      app.clock.advance(1_000)
    }
    const { id, texts } = await thread()
    const read = (through: string) => api(`/conversations/${id}/read?through=${through}`, 'POST')
    expect((await read(crypto.randomUUID())).status).toBe(404)
    expect((await read(texts[1].id)).body).toMatchObject({ unreadCount: 1 })
    expect((await read(texts[2].id)).body, 'an older tab changes nothing').toMatchObject({ unreadCount: 1 })
    expect((await events('conversation.read')).map((event) => event.data)).toEqual([
      { conversationId: id, unreadCount: 1 },
    ])
    expect((await read(texts[0].id)).body).toMatchObject({ unreadCount: 0 })
  })

  test('never zeroes a text that comes in the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const seen = (await thread()).texts[0]
      app.clock.advance(1_000)
      const numbers = [1, 2, 3, 4, 5].map((one) => 910 + round * 10 + one)
      await Promise.all(
        numbers.flatMap((number) => [
          bring(number),
          api(`/conversations/${seen.conversationId}/read?through=${seen.id}`, 'POST'),
        ]),
      )
      await api(`/conversations/${seen.conversationId}/read?through=${seen.id}`, 'POST')
      const { unreadCount, texts } = await thread()
      expect(unreadCount).toBe(texts.findIndex((text: { id: string }) => text.id === seen.id))
      expect(unreadCount).toBe(5)
    }
  })
})
