import { request } from 'node:http'
import twilio from 'twilio'

export type WebhookAnswer = { status: number; body: string; contentType: string | undefined }

/** Sends webhooks as Twilio does: form-encoded, signed over the public address, byte for byte to the server's. A path from the root is taken as it is. */
export function webhookSender({
  url,
  publicOrigin,
  authToken,
}: {
  url: string
  publicOrigin: string
  authToken: string
}) {
  return function send(
    path: string,
    parameters: Record<string, string>,
    change: { headers?: Record<string, string>; body?: string | Buffer } = {},
  ): Promise<WebhookAnswer> {
    const target = path.startsWith('/') ? path : `/api/twilio/webhooks/${path}`
    const body = change.body ?? new URLSearchParams(parameters).toString()
    return post(new URL(url), target, body, {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, publicOrigin + target, parameters),
      ...change.headers,
    })
  }
}

function post(server: URL, path: string, body: string | Buffer, headers: Record<string, string>) {
  return new Promise<WebhookAnswer>((resolve, reject) => {
    const sent = request(
      {
        host: server.hostname,
        port: server.port,
        path,
        method: 'POST',
        agent: false,
        headers: Object.fromEntries(
          Object.entries({ 'content-length': String(Buffer.byteLength(body)), ...headers }).filter(
            ([, value]) => value !== '',
          ),
        ),
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            contentType: answer.headers['content-type'],
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
