import { request as httpRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as HttpsAgent } from 'node:https'

/** A request that failed before the connection stood: not a byte of it was written, so Twilio cannot have acted on it. */
export class NotConnectedError extends Error {
  override name = 'NotConnectedError'
}

/** How long a connection may take to stand, and how long Twilio may then be silent. */
const connectMilliseconds = 5_000
const answerMilliseconds = 20_000

/** What the SDK asks of an HTTP client (twilio/lib/base/RequestClient). */
export type SdkRequest = {
  method: string
  uri: string
  username?: string
  password?: string
  headers?: object
  params?: object
  data?: unknown
}

/**
 * The SDK's HTTP client, of our own: the bundled one cannot tell a connection that never stood from an answer that never came, and it
 * keeps no plain http connection alive. Connections are kept; redirects are not followed; nothing is retried here.
 */
export function createHttpClient() {
  const agentOptions = { keepAlive: true, maxSockets: 20, maxFreeSockets: 5, timeout: 60_000 }
  const agents = { 'http:': new HttpAgent(agentOptions), 'https:': new HttpsAgent(agentOptions) }

  async function request(options: SdkRequest) {
    const url = new URL(options.uri)
    for (const [name, value] of pairs(options.params)) url.searchParams.append(name, value)
    const body = options.data ? new URLSearchParams(pairs(options.data)).toString() : undefined
    const secure = url.protocol === 'https:'
    return new Promise<{ statusCode: number; text: string; headers: IncomingMessage['headers'] }>((resolve, reject) => {
      let connected = false
      const outgoing = (secure ? httpsRequest : httpRequest)(url, {
        method: options.method.toUpperCase(),
        agent: secure ? agents['https:'] : agents['http:'],
        headers: headersOf(options, body),
      })
      const connecting = setTimeout(() => outgoing.destroy(new Error('no connection in time')), connectMilliseconds)
      const stand = () => {
        connected = true
        clearTimeout(connecting)
      }
      outgoing.once('socket', (socket) => {
        if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', stand)
        else stand()
      })
      outgoing.setTimeout(answerMilliseconds, () => outgoing.destroy(new Error('no answer in time')))
      outgoing.once('error', (error) => {
        clearTimeout(connecting)
        reject(connected ? error : new NotConnectedError(error.message, { cause: error }))
      })
      outgoing.once('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () =>
          resolve({
            statusCode: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            headers: response.headers,
          }),
        )
      })
      outgoing.end(body)
    })
  }

  return {
    request,
    /** Lets go of the idle connections. */
    close() {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

function headersOf({ headers, username, password }: SdkRequest, body: string | undefined) {
  const given = Object.entries(headers ?? {}).filter((entry) => entry[1] !== undefined)
  return {
    ...Object.fromEntries(given),
    ...(username && password
      ? { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
      : {}),
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
  }
}

/** Form fields as Twilio reads them: a list is a repeated name; what is undefined is left out. */
function pairs(fields: unknown): [string, string][] {
  if (typeof fields !== 'object' || fields === null) return []
  return Object.entries(fields).flatMap(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    const given = values.filter((item) => item !== undefined)
    return given.map((item): [string, string] => [name, typeof item === 'string' ? item : JSON.stringify(item)])
  })
}
