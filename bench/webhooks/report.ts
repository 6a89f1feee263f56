import type { Contestant } from './contestants.ts'
import type { LoadResult } from './load.ts'

/** Prints each contestant's median rate, and the median over the rounds of ours divided by theirs in the same round. */
export function report(title: string, results: ReadonlyMap<Contestant, readonly LoadResult[]>) {
  const ours = (results.get('ours') ?? []).map(rate)
  console.log(`\n${title}`)
  console.log('contestant       answers/s   median ms   p99 ms   ours ÷ theirs (each round)')
  for (const [name, rounds] of results) {
    const rates = rounds.map(rate)
    const ratios = rates.map((theirs, round) => (ours[round] ?? 0) / theirs)
    console.log(
      [
        name.padEnd(15),
        median(rates).toFixed(0).padStart(10),
        median(rounds.map((round) => round.medianMs))
          .toFixed(1)
          .padStart(11),
        median(rounds.map((round) => round.p99Ms))
          .toFixed(1)
          .padStart(8),
        `  ${median(ratios).toFixed(2).padStart(6)}   (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`,
      ].join(' '),
    )
  }
}

function rate(result: LoadResult) {
  return result.accepted / result.seconds
}

function median(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}
