import type { Contestant } from './contestants.ts'
import type { LoadResult } from './load.ts'

/** A measurement, with the processor time that server and database spent on each answer. */
export type Measured = LoadResult & { cpuMicroseconds: number }

/**
 * Prints each contestant's median rate, and the median over the rounds of ours divided by theirs in the same round: in answers a second, and
 * in answers for the same processor time, which other work on the machine disturbs less.
 */
export function report(title: string, results: ReadonlyMap<Contestant, readonly Measured[]>) {
  const ours = results.get('ours') ?? []
  console.log(`\n${title}`)
  console.log(
    'contestant       answers/s   median ms   p99 ms   CPU µs/answer   ours ÷ theirs: rate (each round)   per CPU',
  )
  for (const [name, rounds] of results) {
    const rates = rounds.map((theirs, round) => rate(ours[round]) / rate(theirs))
    const perCpu = rounds.map((theirs, round) => theirs.cpuMicroseconds / (ours[round]?.cpuMicroseconds ?? 0))
    console.log(
      [
        name.padEnd(15),
        median(rounds.map(rate)).toFixed(0).padStart(10),
        median(rounds.map((round) => round.medianMs))
          .toFixed(1)
          .padStart(11),
        median(rounds.map((round) => round.p99Ms))
          .toFixed(1)
          .padStart(8),
        median(rounds.map((round) => round.cpuMicroseconds))
          .toFixed(0)
          .padStart(15),
        `  ${median(rates).toFixed(2).padStart(6)} (${rates.map((ratio) => ratio.toFixed(2)).join(' ')})`,
        median(perCpu).toFixed(2).padStart(8),
      ].join(' '),
    )
  }
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
