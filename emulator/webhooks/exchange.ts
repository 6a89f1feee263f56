import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Clock } from '../clock/clock.ts'
import { connectTimedOut, describeConnectionError, readTimedOut } from './delivery-error.ts'
import type { DeliveryError } from './delivery-error.ts'
import type { WebhookUrl } from './webhook-url.ts'

export type Outgoing = {
  url: WebhookUrl
  method: string
  headers: Record<string, string>
  body: string | null
  connectTimeout: number
  readTimeout: number
  bodyLimit?: number | undefined
}

export type Reply = {
  status: number
  contentType: string | null
  location: string | null
  authenticate: string | null
  setCookie: readonly string[]
  body: Buffer
}

export type Exchange = { reply: Reply } | { error: DeliveryError }

/** More than TwiML may have, so that too long a document is seen as such. */
const usualLimit = 1_048_576

/** Requests that the emulator makes, over connections it keeps open. */
export class Outbound {
  private readonly http = new HttpAgent({ keepAlive: true, maxSockets: 256 })
  private readonly https = new HttpsAgent({ keepAlive: true, maxSockets: 256 })
  private readonly clock: Clock

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** One request and its answer, byte for byte. Never rejects. */
  async exchange(outgoing: Outgoing): Promise<Exchange> {
    try {
      const first = await this.once(outgoing)
      return first === 'stale' ? await this.exchange(outgoing) : first
    } catch (error) {
      return { error: describeConnectionError(error) }
    }
  }

  close(): void {
    this.http.destroy()
    this.https.destroy()
  }

  private once(outgoing: Outgoing): Promise<Exchange | 'stale'> {
    const { promise, resolve } = Promise.withResolvers<Exchange | 'stale'>()
    const { url, method, headers, body } = outgoing
    const options = { host: url.hostname, port: url.port, path: url.path, method, headers }
    const request = url.secure
      ? httpsRequest({ ...options, agent: this.https })
      : httpRequest({ ...options, agent: this.http })
    const stopTimers = this.watch(request, outgoing, resolve)
    request.on('response', (response) => {
      readReply(response, outgoing.bodyLimit ?? usualLimit).then(
        (reply) => resolve({ reply }),
        (error: unknown) => resolve({ error: describeConnectionError(error) }),
      )
    })
    request.on('error', (error) => {
      const isStale = request.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      resolve(isStale ? 'stale' : { error: describeConnectionError(error) })
    })
    request.end(body ?? undefined)
    return promise.finally(stopTimers)
  }

  private watch(request: ClientRequest, outgoing: Outgoing, resolve: (exchange: Exchange) => void): () => void {
    const giveUp = (error: DeliveryError) => {
      resolve({ error })
      request.destroy()
    }
    const reading = this.clock.after(outgoing.readTimeout, () => giveUp(readTimedOut))
    const connecting = this.clock.after(outgoing.connectTimeout, () => giveUp(connectTimedOut))
    request.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', connecting.cancel)
      else connecting.cancel()
    })
    return () => {
      reading.cancel()
      connecting.cancel()
    }
  }
}

async function readReply(response: IncomingMessage, bodyLimit: number): Promise<Reply> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk) || length > bodyLimit) continue
    chunks.push(chunk)
    length += chunk.length
  }
  const { headers } = response
  return {
    status: response.statusCode ?? 0,
    contentType: headers['content-type'] ?? null,
    location: headers.location ?? null,
    authenticate: headers['www-authenticate'] ?? null,
    setCookie: headers['set-cookie'] ?? [],
    body: Buffer.concat(chunks),
  }
}
