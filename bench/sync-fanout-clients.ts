import http from 'node:http'

/** Many SSE clients in a process of their own. Told the addresses, it connects; told to report, it says what it measured. */
/** `committedAt` by event: its monotonic time in microseconds. */
export type ClientsOrder = { connect: string[] } | { committedAt: number[] }
export type ClientsAnswer = { connected: number } | { deliveries: number; latenciesMilliseconds: number[] }

/** Which event came when, for every delivery. */
const capacity = 5_000_000
const events = new Uint16Array(capacity)
const times = new Float64Array(capacity)
let deliveries = 0

process.on('message', (order: ClientsOrder) => {
  if ('committedAt' in order) answer({ deliveries, latenciesMilliseconds: percentiles(order.committedAt) })
  else void Promise.all(order.connect.map(connect)).then((all) => answer({ connected: all.length }))
})
process.on('disconnect', () => process.exit())

function connect(url: string) {
  return new Promise<void>((resolve, reject) => {
    const request = http.get(url, { agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`refused with ${response.statusCode}`))
      let rest = ''
      response.setEncoding('latin1')
      response.once('data', () => resolve())
      response.on('data', (chunk: string) => {
        rest = measure(rest + chunk)
      })
    })
    request.on('error', reject)
  })
}

/** Each event carries its number as its `kind`. Answers the unfinished rest. */
function measure(text: string) {
  const now = Number(process.hrtime.bigint() / 1_000n)
  const marker = '"kind":"'
  let at = 0
  for (;;) {
    const found = text.indexOf(marker, at)
    const end = found < 0 ? -1 : text.indexOf('"', found + marker.length)
    if (end < 0) return text.slice(Math.max(at, text.length - 200))
    events[deliveries] = Number(text.slice(found + marker.length, end))
    times[deliveries] = now
    deliveries += 1
    at = end
  }
}

/** p50, p90, p99, p99.9 and the slowest. */
function percentiles(committedAt: readonly number[]) {
  const latencies = times.slice(0, deliveries).map((time, index) => time - (committedAt[events[index] ?? 0] ?? 0))
  latencies.sort()
  return [0.5, 0.9, 0.99, 0.999, 1].map((share) => {
    const latency = latencies[Math.max(0, Math.ceil(deliveries * share) - 1)] ?? Number.NaN
    return Math.round(latency / 100) / 10
  })
}

function answer(message: ClientsAnswer) {
  process.send?.(message)
}
