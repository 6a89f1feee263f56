import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import twilio from 'twilio'
import { ourNumber, sid, startWebhookApp } from '../helpers/start-webhook-app'

let app: Awaited<ReturnType<typeof startWebhookApp>>
const authToken = '0123456789abcdef0123456789abcdef'
const address = 'https://eva.example.com/api/twilio/webhooks'

beforeAll(async () => {
  app = await startWebhookApp()
})
afterAll(() => app.close())

const paths = [
  'voice',
  'voice/whisper',
  'voice/taken',
  'voice/dialed',
  'voice/recorded',
  'call-status',
  'sms',
  'message-status',
  'recording',
  'transcription',
  'conference',
]

function text(number: number, body = 'Hello') {
  return {
    MessageSid: sid('SM', number),
    From: '+14155550111',
    To: ourNumber,
    Body: body,
    NumMedia: '0',
    NumSegments: '1',
  }
}

async function nothingWritten() {
  const counts = await Promise.all(
    ['twilio_webhook_facts', 'twilio_messages', 'twilio_call_logs', 'twilio_events'].map((table) =>
      app.rows(`select count(*)::int as count from ${table}`),
    ),
  )
  return counts.every(([row]) => row.count === 0)
}

describe('who is not Twilio', () => {
  test.each(paths)('is refused at %s, without a signature or with a wrong one', async (path) => {
    expect((await app.send(path, text(1), { headers: { 'x-twilio-signature': '' } })).status).toBe(403)
    expect(
      (await app.send(path, text(1), { headers: { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } })).status,
    ).toBe(403)
    expect((await app.send(path, text(1), { body: 'MessageSid=SM1&Body=changed' })).status).toBe(403)
    expect(await nothingWritten()).toBe(true)
  })

  test('cannot say by a header where we are', async () => {
    const signature = twilio.getExpectedTwilioSignature(
      authToken,
      'https://evil.example.com/api/twilio/webhooks/sms',
      text(1),
    )
    const headers = {
      host: 'evil.example.com',
      'x-forwarded-host': 'evil.example.com',
      'x-forwarded-proto': 'https',
      'x-twilio-signature': signature,
    }
    expect((await app.send('sms', text(1), { headers })).status).toBe(403)
    expect(await nothingWritten()).toBe(true)
  })
})

describe('what has not a webhook’s shape', () => {
  test.each([
    ['a body over 1 MB', 413, { body: `Body=${'a'.repeat(1_100_000)}` }],
    ['10,000 parameters', 400, { body: Array.from({ length: 10_000 }, (_, index) => `p${index}=1`).join('&') }],
    ['invalid UTF-8', 400, { body: Buffer.from([0x42, 0x3d, 0xff, 0xfe]) }],
    ['another content type', 400, { headers: { 'content-type': 'text/plain' } }],
    ['no content type', 400, { headers: { 'content-type': '' } }],
    ['broken JSON', 400, { headers: { 'content-type': 'application/json' }, body: '{' }],
    ['JSON that is not signed by its hash', 403, { headers: { 'content-type': 'application/json' }, body: '{}' }],
  ])('%s is answered with %i and leaves no row', async (_, status, change) => {
    expect((await app.send('sms', text(2), change)).status).toBe(status)
    expect(await nothingWritten()).toBe(true)
  })

  test('a body without a length is measured while it is read', async () => {
    const headers = { 'transfer-encoding': 'chunked', 'content-length': '' }
    expect((await app.send('sms', text(2), { headers, body: `Body=${'a'.repeat(1_100_000)}` })).status).toBe(413)
    expect(await nothingWritten()).toBe(true)
  })
})

const kept = () =>
  app.rows(
    `select fact.raw, operation.subject, operation.reason, operation.attempts
       from failed_operations operation join twilio_webhook_facts fact on fact.event_key = operation.payload ->> 'eventKey'
      where operation.kind = 'webhook' and fact.kind = 'unhandled' order by operation.created_at`,
  )

describe('what Twilio signed and we cannot handle', () => {
  const teleported = { MessageSid: sid('SM', 77), MessageStatus: 'teleported', Body: 'secret words' }

  test('is kept as it was sent, shown with its reason, and not brought again: 204', async () => {
    expect((await app.send('message-status', teleported)).status).toBe(204)
    expect((await app.send('message-status', teleported)).status).toBe(204)
    expect((await app.send('sms', { From: 'x' })).status).toBe(204)
    expect(await kept()).toMatchObject([
      {
        raw: expect.stringContaining('MessageStatus=teleported'),
        subject: expect.stringMatching(/^message-status:/),
        reason: 'What Twilio sent is not as we know it (MessageStatus).',
        attempts: 2,
      },
      { raw: 'From=x', subject: expect.stringMatching(/^sms:/), reason: expect.stringContaining('MessageSid') },
    ])
  })

  test('from a caller is kept too, and the caller hears a sentence', async () => {
    const answer = await app.send('voice', { CallSid: 'CAnone', CallStatus: 'ringing' })
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
    expect(answer.body).toContain('<Say>We are sorry')
    expect((await kept()).map((row) => row.subject)).toContainEqual(expect.stringMatching(/^voice:/))
  })
})

describe('what Twilio signed', () => {
  test.each([
    ['apostrophes, plus signs and encoded bytes in the body', 'sms', { Body: "it's 1+1=2 & 100% \u00e9 \u{1F600}" }],
    ['a query as received', "message-status?name=O'Brien&q=a+b%20c%2Bd", { MessageStatus: 'sent' }],
  ])('passes with %s', async (_, path, more) => {
    expect((await app.send(path, { ...text(3), ...more })).status).toBeLessThan(300)
  })

  test('passes with repeated parameters', async () => {
    const parameters = { ...text(4), Tag: ['b', 'a', 'b'] }
    const signature = twilio.getExpectedTwilioSignature(authToken, `${address}/sms`, parameters)
    const body = `${new URLSearchParams(text(4)).toString()}&Tag=b&Tag=a&Tag=b`
    expect((await app.send('sms', text(4), { body, headers: { 'x-twilio-signature': signature } })).status).toBe(200)
  })

  test('passes as JSON signed by its hash', async () => {
    const body = JSON.stringify({
      transcript_sid: sid('GT', 1),
      event_type: 'voice_intelligence_transcript_available',
      n: 1,
    })
    const path = `transcription?bodySHA256=${createHash('sha256').update(body).digest('hex')}`
    const headers = {
      'content-type': 'application/json',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, `${address}/${path}`, {}),
    }
    expect((await app.send(path, {}, { body, headers })).status).toBe(204)
    expect((await app.send(path, {}, { body: `${body} `, headers })).status).toBe(403)
    const [fact] = await app.rows(`select raw from twilio_webhook_facts where kind = 'transcription'`)
    expect(fact.raw).toBe(body)
  })

  test('passes as a GET, signed over its query', async () => {
    const path = `sms?${new URLSearchParams(text(5)).toString()}`
    const signature = twilio.getExpectedTwilioSignature(authToken, `${address}/${path}`, {})
    const [server] = app.servers
    const answer = await fetch(`${server!.url}/api/twilio/webhooks/${path}`, {
      headers: { 'x-twilio-signature': signature },
    })
    expect(answer.status).toBe(200)
    expect(await app.rows('select body from twilio_messages where message_sid = $1', [sid('SM', 5)])).toEqual([
      { body: 'Hello' },
    ])
  })

  test('passes through a host’s Fetch handler that hands over the path as received', async () => {
    const { createApp } = await import('@/api/app')
    const fetchHandler = createApp(app.servers[0]!.installation).fetch
    const path = "/api/twilio/webhooks/sms?q='x"
    const parameters = text(6)
    const request = new Request(`https://host.internal${path}`, {
      method: 'POST',
      body: new URLSearchParams(parameters).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilio.getExpectedTwilioSignature(
          authToken,
          `https://eva.example.com${path}`,
          parameters,
        ),
      },
    })
    expect((await fetchHandler(request, { incoming: { url: path } })).status).toBe(200)
  })
})
