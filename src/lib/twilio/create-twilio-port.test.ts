import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createTwilioPort } from './create-twilio-port'

const closers: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

type Seen = { method: string; url: string; authorization: string; body: string; remotePort: number }

/** A Twilio that answers as told, request by request, and remembers what it was asked. */
async function startTwilio(...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: Buffer.concat(chunks).toString(),
        remotePort: request.socket.remotePort ?? 0,
      })
      const answer = answers[Math.min(seen.length, answers.length) - 1]
      answer?.(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

function port(apiBaseUrl: string, apiKey: { sid: string; secret: string } | null = null) {
  const pauses: number[] = []
  const accountSid = `AC${'1'.repeat(32)}`
  const twilio = createTwilioPort(
    {
      twilio: {
        accountSid,
        authTokens: ['token'],
        apiKey,
        phoneNumber: '+14155550100',
        defaultTransferNumber: null,
        twimlApplicationSid: null,
        voiceFallbackUrl: null,
        messagingServiceSid: null,
        apiBaseUrl,
      },
    },
    { random: () => 0.5, wait: async (milliseconds) => pauses.push(milliseconds) },
  )
  closers.push(() => twilio.close())
  return { twilio, pauses, accountSid }
}

const json = (status: number, body: unknown) => (_request: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
const refusal = (status: number, code: number) => json(status, { code, message: 'Twilio’s own words', status })
const message = {
  sid: `SM${'2'.repeat(32)}`,
  status: 'queued',
  direction: 'outbound-api',
  from: '+14155550100',
  to: '+14155550111',
  body: "It's &c.",
  num_segments: '1',
  num_media: '0',
  error_code: null,
  date_created: 'Tue, 31 Aug 2010 20:36:28 +0000',
}
const text = {
  to: '+14155550111',
  from: '+14155550100',
  body: "It's &c.",
  statusCallback: 'https://eva.example.com/x?attempt=1#ct=2000',
}

const number = (digit: string) => ({
  sid: `PN${digit.repeat(32)}`,
  phone_number: `+1415555010${digit}`,
  friendly_name: 'Main',
  capabilities: { voice: true, sms: true, mms: false, fax: false },
})
const page = (numbers: unknown[], next: string | null) =>
  json(200, { incoming_phone_numbers: numbers, next_page_uri: next, page: 0, page_size: 1, uri: '/x' })

describe('the Twilio port', () => {
  test('sends a text as Twilio reads it, on a connection that is kept', async () => {
    const { url, seen } = await startTwilio(json(201, message))
    const { twilio, accountSid } = port(url)
    const answer = await twilio.sendMessage({
      ...text,
      mediaUrls: ['https://a.example/1.png', 'https://a.example/2.png'],
    })
    await twilio.sendMessage(text)
    expect(answer).toEqual({
      messageSid: message.sid,
      status: 'queued',
      direction: 'outbound-api',
      from: '+14155550100',
      to: '+14155550111',
      body: "It's &c.",
      numSegments: 1,
      numMedia: 0,
      errorCode: null,
      createdAt: new Date('2010-08-31T20:36:28Z'),
    })
    const [first, second] = seen
    expect(first).toMatchObject({
      method: 'POST',
      url: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
      authorization: `Basic ${Buffer.from(`${accountSid}:token`).toString('base64')}`,
    })
    const form = new URLSearchParams(first?.body)
    expect(form.get('Body')).toBe("It's &c.")
    expect(form.getAll('MediaUrl')).toEqual(['https://a.example/1.png', 'https://a.example/2.png'])
    expect(form.get('StatusCallback')).toBe(text.statusCallback)
    expect(first?.remotePort).toBe(second?.remotePort)
  })

  test('signs in with an API key where there is one, still for the account', async () => {
    const { url, seen } = await startTwilio(json(201, message))
    const { twilio, accountSid } = port(url, { sid: `SK${'3'.repeat(32)}`, secret: 'secret' })
    await twilio.sendMessage(text)
    expect(seen[0]).toMatchObject({
      url: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
      authorization: `Basic ${Buffer.from(`SK${'3'.repeat(32)}:secret`).toString('base64')}`,
    })
  })

  test('a 429 is tried again with growing pauses, and given up after four tries as surely unprocessed', async () => {
    const { url, seen } = await startTwilio(refusal(429, 20429))
    const { twilio, pauses } = port(url)
    await expect(twilio.sendMessage(text)).rejects.toMatchObject({ outcome: 'unprocessed', twilioCode: 20429 })
    expect(seen).toHaveLength(4)
    expect(pauses).toEqual([300, 600, 1200])
  })

  test('a connection that never stood is tried again, and is surely unprocessed', async () => {
    const { twilio, pauses } = port('http://127.0.0.1:1')
    await expect(twilio.sendMessage(text)).rejects.toMatchObject({ outcome: 'unprocessed', twilioCode: null })
    expect(pauses).toHaveLength(3)
  })

  test.each([
    [
      'a connection broken after the request',
      (_: IncomingMessage, response: ServerResponse) => void response.destroy(),
    ],
    ['a 500', refusal(500, 20500)],
    [
      'a 503 page of a proxy',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end('<html>'),
    ],
    [
      'a success that cannot be read',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(201).end('<html>'),
    ],
    [
      'an answer that breaks off',
      (_: IncomingMessage, response: ServerResponse) => {
        response.writeHead(201, { 'Content-Length': '1000' }).write('{"sid":')
        setImmediate(() => response.destroy())
      },
    ],
  ])('%s has an unknown outcome and is not sent again', async (_name, answer) => {
    const { url, seen } = await startTwilio(answer)
    const { twilio } = port(url)
    await expect(twilio.sendMessage(text)).rejects.toMatchObject({ outcome: 'unknown' })
    expect(seen).toHaveLength(1)
  })

  test('a kept connection that the server has closed meanwhile does not send twice', async () => {
    const { url, seen } = await startTwilio(
      json(201, message),
      (_request, response) => void response.destroy(),
      json(201, message),
    )
    const { twilio } = port(url)
    await twilio.sendMessage(text)
    await expect(twilio.sendMessage(text)).rejects.toMatchObject({ outcome: 'unknown' })
    expect(seen).toHaveLength(2)
  })

  test('a refusal has Twilio’s code and our sentence, and is not tried again', async () => {
    const { url, seen } = await startTwilio(refusal(400, 21614))
    const { twilio } = port(url)
    await expect(twilio.sendMessage(text)).rejects.toMatchObject({
      outcome: 'refused',
      twilioCode: 21614,
      message: 'This is not a mobile number, so it cannot receive texts. Call instead or ask for a mobile number.',
    })
    expect(seen).toHaveLength(1)
  })

  test('lists our numbers over several pages', async () => {
    const next = `/2010-04-01/Accounts/AC${'1'.repeat(32)}/IncomingPhoneNumbers.json?Page=1&PageToken=x`
    const { url, seen } = await startTwilio(page([number('1')], next), page([number('2')], null))
    const { twilio } = port(url)
    expect(await twilio.listNumbers()).toMatchObject([
      { phoneNumber: '+14155550101', voice: true, mms: false },
      { phoneNumber: '+14155550102' },
    ])
    expect(seen.map((request) => request.url.split('?')[1])).toEqual(['PageSize=1000', 'Page=1&PageToken=x'])
  })
})
