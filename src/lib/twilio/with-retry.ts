import { UpstreamError } from '@/shared/errors'

/** Randomness and waiting, passed in so that tests need neither. */
export type Patience = { random(): number; wait(milliseconds: number): Promise<unknown> }

const tries = 4
const firstPauseMilliseconds = 300
const longestPauseMilliseconds = 4_000

/**
 * Runs `ask` again only when Twilio surely did nothing: 'unprocessed' (429, or no connection). Pauses grow and are drawn at random between
 * zero and the full pause, so that many senders do not come back at once. All tries together stay far below a send's lease.
 */
export async function withRetry<Result>(ask: () => Promise<Result>, patience: Patience): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      const again = error instanceof UpstreamError && error.outcome === 'unprocessed' && attempt < tries
      if (!again) throw error
      const pause = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** attempt)
      await patience.wait(Math.ceil(pause * patience.random()))
    }
  }
}
