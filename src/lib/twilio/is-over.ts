import { UpstreamError } from '@/shared/errors'

/** Twilio refused because the call has ended (21220), or because nobody and nothing of that SID is there (any more) (20404). */
export function isOver(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && (error.twilioCode === 21220 || error.twilioCode === 20404)
}
