import type { Contestant } from './contestants.ts'
import type { LoadResult } from './load.ts'
import type { WebhookKind } from './requests.ts'

/** A measurement, with the processor time that server and database spent on each answer. */
export type Measured = LoadResult & { cpuMicroseconds: number }

/**
 * One table, a line for each contestant and webhook: medians, and the median over the rounds of ours divided by theirs in the same round: in
 * answers a second, and in answers for the same processor time, which other work on the machine disturbs less.
 */
export function report(measured: ReadonlyMap<WebhookKind, ReadonlyMap<Contestant, readonly Measured[]>>) {
  const lines = [...measured].flatMap(([kind, results]) =>
    [...results].map(([name, rounds]) => lineOf(kind, name, rounds, results.get('ours') ?? [])),
  )
  const head = [
    'webhook',
    'contestant',
    'answers/s',
    'median ms',
    'p99 ms',
    'CPU µs each',
    'ours ÷ theirs',
    'each round',
    'per CPU',
  ]
  console.log(['', ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`)].join('\n'))
}

function lineOf(kind: WebhookKind, name: Contestant, rounds: readonly Measured[], ours: readonly Measured[]) {
  const rates = rounds.map((theirs, round) => rate(ours[round]) / rate(theirs))
  const perCpu = rounds.map((theirs, round) => theirs.cpuMicroseconds / (ours[round]?.cpuMicroseconds ?? 0))
  return [
    kind,
    name,
    median(rounds.map(rate)).toFixed(0),
    median(rounds.map((round) => round.medianMs)).toFixed(1),
    median(rounds.map((round) => round.p99Ms)).toFixed(1),
    median(rounds.map((round) => round.cpuMicroseconds)).toFixed(0),
    median(rates).toFixed(2),
    rates.map((ratio) => ratio.toFixed(2)).join(' '),
    median(perCpu).toFixed(2),
  ]
}

function rate(result: LoadResult | undefined) {
  return result ? result.accepted / result.seconds : 0
}

function median(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}
