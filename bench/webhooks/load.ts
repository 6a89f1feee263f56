import { connect } from 'node:net'
import { requestOf, type WebhookKind } from './requests.ts'

/** What one measurement asks for; requests `first` and up, at most `count` of them and at most for `seconds`. */
export type LoadOrder = {
  port: number
  kind: WebhookKind
  first: number
  count: number
  connections: number
  seconds: number
  /** Says `begun` when its requests are written and the first is about to leave: writing them takes a processor for a while. */
  announce?: boolean
}
export type LoadResult = { sent: number; accepted: number; seconds: number; medianMs: number; p99Ms: number }

/**
 * Keeps each connection busy with one signed request after the other, loopback only. Written on sockets: it shares two cores with what it
 * measures, and Node's HTTP client would cost as much as a server.
 */
async function run(order: LoadOrder): Promise<LoadResult> {
  const requests = Array.from({ length: order.count }, (_, index) => requestOf(order.kind, order.first + index))
  const latencies: number[] = []
  let next = 0
  let accepted = 0
  if (order.announce) process.send?.('begun')
  const start = performance.now()
  const end = start + order.seconds * 1000

  function worker() {
    return new Promise<void>((resolve, reject) => {
      const socket = connect({ port: order.port, host: '127.0.0.1', noDelay: true })
      let received = ''
      let sentAt = 0
      const send = () => {
        const request = performance.now() < end ? requests[next] : undefined
        if (!request) return void socket.end(resolve)
        next += 1
        sentAt = performance.now()
        socket.write(request)
      }
      socket.setEncoding('latin1')
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('data', (chunk: string) => {
        received += chunk
        if (!isComplete(received)) return
        latencies.push(performance.now() - sentAt)
        if (received.startsWith('HTTP/1.1 2')) accepted += 1
        received = ''
        send()
      })
    })
  }

  await Promise.all(Array.from({ length: order.connections }, worker))
  const seconds = (performance.now() - start) / 1000
  latencies.sort((a, b) => a - b)
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { sent: next, accepted, seconds, medianMs: quantile(0.5), p99Ms: quantile(0.99) }
}

function isComplete(answer: string) {
  const headEnd = answer.indexOf('\r\n\r\n')
  if (headEnd === -1) return false
  const head = answer.slice(0, headEnd).toLowerCase()
  if (head.startsWith('http/1.1 204')) return true
  const length = /content-length: (\d+)/.exec(head)
  return length ? answer.length >= headEnd + 4 + Number(length[1]) : answer.endsWith('0\r\n\r\n')
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
