import type { Installation } from '@/lib/context'
import { LimitExceededError } from '@/shared/errors'

export type AttemptLimit = { maximum: number; windowSeconds: number }

/**
 * Counts one attempt under `key` in the database, for all instances together, and throws LimitExceededError beyond the limit. Windows
 * that ended are swept a hundred at a time (index sign_in_attempts_ended), skipping what another instance is sweeping.
 */
export async function countAttempt(
  { database, clock }: Pick<Installation, 'database' | 'clock'>,
  key: string,
  limit: AttemptLimit,
) {
  const now = clock.now()
  const windowEndsAt = new Date(now.getTime() + limit.windowSeconds * 1_000)
  const result = await database.pool.query<{ attempts: number; window_ends_at: Date }>({
    name: 'count-attempt',
    text: `with swept as (
             delete from sign_in_attempts where key in (
               select key from sign_in_attempts where window_ends_at <= $2 and key <> $1 limit 100 for update skip locked)
           )
           insert into sign_in_attempts as held (key, attempts, window_ends_at) values ($1, 1, $3)
           on conflict (key) do update set
             attempts = case when held.window_ends_at <= $2 then 1 else least(held.attempts + 1, 1000000) end,
             window_ends_at = case when held.window_ends_at <= $2 then $3 else held.window_ends_at end
           returning attempts, window_ends_at`,
    values: [key, now, windowEndsAt],
  })
  const row = result.rows[0]
  if (!row || row.attempts <= limit.maximum) return
  const seconds = Math.max(1, Math.ceil((row.window_ends_at.getTime() - now.getTime()) / 1_000))
  throw new LimitExceededError('Too many attempts. Wait a little and try again.', seconds)
}

/** Forgets the attempts under `key`, after one that succeeded. */
export async function forgetAttempts({ database }: Pick<Installation, 'database'>, key: string) {
  await database.pool.query({
    name: 'forget-attempts',
    text: 'delete from sign_in_attempts where key = $1',
    values: [key],
  })
}
