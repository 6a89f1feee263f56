import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import twilio from 'twilio'

export type Received = {
  method: string
  /** Path and query as they came. */
  path: string
  params: Record<string, string>
  headers: IncomingHttpHeaders
  /** By the SDK, over the URL as the application sees it. */
  isSigned: boolean
}

type Answer = string | { status?: number; type?: string | null; body?: string; headers?: Record<string, string> }
/** Instead of answering, `does` leaves the request open or breaks the connection. */
type Behaviour = Answer | { does: 'silence' | 'break off' } | ((received: Received) => Answer)

/** An application that answers webhooks: each path as told, everything else with an empty document. */
export class Receiver {
  readonly requests: Received[] = []
  private readonly behaviours = new Map<string, Behaviour[]>()
  private readonly authToken: string
  private readonly server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const query = new URL(path, 'http://x').searchParams
      const params = Object.fromEntries(request.method === 'POST' ? new URLSearchParams(body) : query)
      const signature = String(request.headers['x-twilio-signature'])
      const url = this.url + path
      const isSigned = twilio.validateRequest(this.authToken, signature, url, request.method === 'POST' ? params : {})
      const received = { method: request.method ?? '', path, params, headers: request.headers, isSigned }
      this.requests.push(received)
      this.answer(received, response)
    })
  })

  constructor(authToken: string) {
    this.authToken = authToken
  }

  get url(): string {
    const address = this.server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
  }

  /** What a path answers; several behaviours answer one request each, the last one all the rest. */
  on(path: string, ...behaviours: Behaviour[]): string {
    this.behaviours.set(path, behaviours)
    return this.url + path
  }

  /** What came to a path, its query left out. */
  at(path: string): Record<string, string>[] {
    return this.requests.filter((each) => each.path.split('?')[0] === path).map((each) => each.params)
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }

  private answer(received: Received, response: ServerResponse): void {
    const queue = this.behaviours.get(received.path.split('?')[0] ?? '') ?? ['<Response/>']
    const behaviour = (queue.length > 1 ? queue.shift() : queue[0]) ?? '<Response/>'
    if (typeof behaviour === 'object' && 'does' in behaviour) {
      if (behaviour.does === 'break off') response.destroy()
      return
    }
    const answer = typeof behaviour === 'function' ? behaviour(received) : behaviour
    const {
      status = 200,
      type = 'text/xml',
      body = '',
      headers = {},
    } = typeof answer === 'string' ? { body: answer } : answer
    response.writeHead(status, { ...headers, ...(type === null ? {} : { 'Content-Type': type }) }).end(body)
  }
}
