import http from 'node:http'

/** Many SSE clients in a process of their own. Told the addresses, it connects; told to report, it says what it measured. */
export type ClientsOrder = { connect: string[] } | { report: true }
export type ClientsAnswer = { connected: number } | { deliveries: number; latenciesMilliseconds: number[] }

/** Latencies in tenths of a millisecond, up to ten seconds. */
const buckets = new Uint32Array(100_000)
let deliveries = 0

process.on('message', (order: ClientsOrder) => {
  if ('report' in order) answer({ deliveries, latenciesMilliseconds: [0.5, 0.9, 0.99, 0.999, 1].map(percentile) })
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

/** Each event carries, as its `kind`, the monotonic time in microseconds just before it was committed. Answers the unfinished rest. */
function measure(text: string) {
  const now = Number(process.hrtime.bigint() / 1_000n)
  const marker = '"kind":"'
  let at = 0
  for (;;) {
    const found = text.indexOf(marker, at)
    const end = found < 0 ? -1 : text.indexOf('"', found + marker.length)
    if (end < 0) return text.slice(Math.max(at, text.length - 200))
    const latency = Math.floor((now - Number(text.slice(found + marker.length, end))) / 100)
    buckets[Math.min(Math.max(latency, 0), buckets.length - 1)]! += 1
    deliveries += 1
    at = end
  }
}

function percentile(share: number) {
  let left = Math.ceil(deliveries * share)
  for (let index = 0; index < buckets.length; index += 1) {
    left -= buckets[index] ?? 0
    if (left <= 0) return index / 10
  }
  return Number.NaN
}

function answer(message: ClientsAnswer) {
  process.send?.(message)
}
