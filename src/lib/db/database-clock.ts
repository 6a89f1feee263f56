import type pg from 'pg'
import type { Clock } from '@/lib/utils/clock'

/** How often the distance between this machine's clock and the database's is measured again. */
const refreshMilliseconds = 30_000

/**
 * One clock per installation: the database's. Its distance from this machine's monotonic clock is measured at start and every 30 s, so
 * `now()` costs no round trip and instances agree to within half a round trip (decision 0002).
 */
export async function createDatabaseClock(pool: pg.Pool): Promise<Clock & { stop(): void }> {
  let offset = await measureOffset(pool)
  const timer = setInterval(() => {
    measureOffset(pool).then(
      (measured) => {
        offset = measured
      },
      () => undefined,
    )
  }, refreshMilliseconds)
  timer.unref()
  return { now: () => new Date(performance.now() + offset), stop: () => clearInterval(timer) }
}

async function measureOffset(pool: pg.Pool) {
  const before = performance.now()
  const result = await pool.query<{ at: string }>('select extract(epoch from clock_timestamp()) * 1000 as at')
  const after = performance.now()
  return Number(result.rows[0]?.at) - (before + after) / 2
}
