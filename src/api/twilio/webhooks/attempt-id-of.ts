import { z } from 'zod'

const AttemptId = z.uuid()

/** The attempt that our own callback address names: the id of the row written before Twilio was asked. */
export function attemptIdOf(attempt: string | undefined): string | null {
  return attempt === undefined ? null : (AttemptId.safeParse(attempt).data ?? null)
}
