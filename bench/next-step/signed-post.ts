import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { accountSid, authToken, ourNumber, publicOrigin } from '../webhooks/requests.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Posts a webhook of a call as Twilio signs it, over connections that stay open; resolves with the answered document. */
export function signedPost(port: number, path: string, caller: { callSid: string; from: string }, extra = {}) {
  const parameters: Record<string, string> = {
    CallSid: caller.callSid,
    AccountSid: accountSid,
    From: caller.from,
    To: ourNumber,
    Direction: 'inbound',
    ApiVersion: '2010-04-01',
    ...extra,
  }
  const signed = Object.keys(parameters)
    .toSorted()
    .reduce((text, name) => text + name + parameters[name], publicOrigin + path)
  const body = new URLSearchParams(parameters).toString()
  return new Promise<string>((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        agent,
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'Content-Length': Buffer.byteLength(body),
          'X-Twilio-Signature': createHmac('sha1', authToken).update(signed).digest('base64'),
        },
      },
      (response) => {
        let document = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (document += chunk))
        response.on('end', () =>
          response.statusCode === 200 ? resolve(document) : reject(new Error(`${response.statusCode}: ${document}`)),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
