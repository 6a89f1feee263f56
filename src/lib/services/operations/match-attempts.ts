export type Attempt = { id: string; createdAt: Date }
export type Reported = { sid: string; createdAt: Date | null }

/** How far Twilio's clock and ours may differ; its times are whole seconds. */
const skewMilliseconds = 10_000

/**
 * Which of Twilio's records each attempt became. `same` compares what was sent; the record must be as old as the attempt, give or take.
 * Oldest first on both sides, and no record serves two attempts: of two alike it does not matter which becomes which.
 */
export function matchAttempts<A extends Attempt, R extends Reported>(
  attempts: readonly A[],
  reported: readonly R[],
  options: { leaseMilliseconds: number; same: (attempt: A, record: R) => boolean },
): Map<string, R> {
  const free = new Set(reported.toSorted(oldestFirst))
  const matches = new Map<string, R>()
  for (const attempt of attempts.toSorted(oldestFirst)) {
    const from = attempt.createdAt.getTime() - skewMilliseconds
    const until = attempt.createdAt.getTime() + options.leaseMilliseconds + skewMilliseconds
    for (const record of free) {
      const made = record.createdAt?.getTime()
      if (made === undefined || made < from || made > until || !options.same(attempt, record)) continue
      matches.set(attempt.id, record)
      free.delete(record)
      break
    }
  }
  return matches
}

function oldestFirst(a: { createdAt: Date | null }, b: { createdAt: Date | null }) {
  return (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0)
}
