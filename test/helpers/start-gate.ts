import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

type Passage = { matches: RegExp; when: 'before' | 'after'; does: () => Promise<unknown> }

/**
 * Stands before a server and lets everything through, byte for byte, to the address that `target` gives when there is one. The first request that `next` is told of (its method, path and body, decoded)
 * gets no answer: its sender's connection breaks once `does` is done, before the server has seen the request or after.
 */
export async function startGate(target: () => Promise<string>) {
  let awaited: (Passage & { passed: () => void }) | null = null

  function claim(line: string): Passage | null {
    if (!awaited?.matches.test(line)) return null
    const passage = awaited
    awaited = null
    return { ...passage, does: () => passage.does().finally(passage.passed) }
  }

  const server = createServer((request, answer) => void pass(request, answer))
  async function pass(request: IncomingMessage, answer: ServerResponse) {
    try {
      const body = await buffer(request)
      const line = decodeURIComponent(`${request.method} ${request.url} ${body.toString()}`.replaceAll('+', ' '))
      const passage = claim(line)
      if (passage?.when === 'before') {
        await passage.does()
        return void answer.destroy()
      }
      const reply = await forward(new URL(request.url ?? '/', await target()), request, body)
      if (passage) {
        await passage.does()
        return void answer.destroy()
      }
      answer.writeHead(reply.status, reply.headers).end(reply.body)
    } catch {
      answer.destroy()
    }
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves when it has come by and `does` is done. */
    next: (matches: RegExp, when: Passage['when'], does: Passage['does']) =>
      new Promise<void>((passed) => {
        awaited = { matches, when, does, passed }
      }),
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function forward(url: URL, { method, headers }: IncomingMessage, body: Buffer) {
  const sent = httpRequest(url, { method, headers, agent: false })
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  sent.on('response', resolve)
  sent.on('error', reject)
  sent.end(body)
  const response = await promise
  return { status: response.statusCode ?? 502, headers: response.headers, body: await buffer(response) }
}
