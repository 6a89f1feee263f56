import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import twilio from 'twilio'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

const { VoiceResponse, MessagingResponse } = twilio.twiml

/** A small application as Twilio's tutorials build them: each route behind the SDK's own middleware, each answer by its TwiML builders. */
const routes: Record<string, (parameters: Record<string, string>) => string> = {
  '/voice': () => {
    const response = new VoiceResponse()
    response.gather({ input: ['dtmf', 'speech'], numDigits: 1, action: '/menu' }).say('For candidates, press 1.')
    response.redirect('/voice')
    return response.toString()
  },
  '/menu': ({ Digits, SpeechResult }) => {
    const response = new VoiceResponse()
    response.say(`You chose ${Digits ?? SpeechResult}`)
    return response.toString()
  },
  '/sms': ({ Body }) => {
    const response = new MessagingResponse()
    response.message(`You wrote ${Body}`)
    return response.toString()
  },
}

describe('an application guarded by twilio.webhook()', () => {
  const stage = useStage()
  const statuses: number[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => answer(request, response, Object.fromEntries(new URLSearchParams(text))))
    response.on('finish', () => statuses.push(response.statusCode))
  })

  /** What Express adds to a request and a response, as far as the middleware asks for it. */
  function answer(request: IncomingMessage, response: ServerResponse, body: Record<string, string>): void {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const asExpress = {
      header: (name: string) => request.headers[name.toLowerCase()],
      headers: request.headers,
      protocol: 'http',
      originalUrl: request.url,
      body,
    }
    const refusal = {
      type: () => refusal,
      status: (code: number) => {
        response.statusCode = code
        return refusal
      },
      send: (text: string) => response.end(text),
    }
    twilio.webhook(stage().emulator.authToken)(asExpress, refusal, () => {
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(routes[path]?.(body))
    })
  }
  const url = () => {
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
  }

  beforeEach(async () => {
    statuses.length = 0
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await stage().configure(own, { voiceUrl: `${url()}/voice?from=site&name=Zoë`, smsUrl: `${url()}/sms` })
  })
  afterEach(() => {
    server.close()
    server.closeAllConnections()
  })

  it('takes calls, keys and spoken words', async () => {
    for (const [deed, input, sentence] of [
      ['digits', { digits: '1' }, 'You chose 1'],
      ['speech', { text: 'clients' }, 'You chose clients'],
    ] as const) {
      const sid = await stage().dial(ann)
      await stage().deed(sid, deed, input)
      expect(await stage().said(sid)).toEqual(['For candidates, press 1.', sentence])
    }
    expect(statuses).toEqual([200, 200, 200, 200])
  })

  it('takes texts and answers them', async () => {
    await stage().text(ann, 'Is the job still open? ✓')
    await stage().advance(3000)
    expect((await stage().inbox(ann)).map((each) => each.body)).toEqual([
      'You wrote Is the job still open? ✓',
      'Is the job still open? ✓',
    ])
  })

  it('refuses whoever is not Twilio', async () => {
    const forged = await fetch(`${url()}/voice`, { method: 'POST', body: new URLSearchParams({ From: ann }) })
    const wrong = await fetch(`${url()}/voice`, {
      method: 'POST',
      headers: { 'X-Twilio-Signature': 'AAAA' },
      body: new URLSearchParams(),
    })
    expect([forged.status, wrong.status]).toEqual([400, 403])
  })
})
