import { UpstreamError } from '@/shared/errors'
import { errorSentence } from './error-sentence'
import { NotConnectedError } from './http-client'

/**
 * What a failed request means. 4xx: Twilio refused. 429 and no connection: it surely did nothing. Everything else (5xx, a broken or silent
 * connection, an answer that cannot be read) may have taken effect.
 */
export function toUpstreamError(error: unknown): UpstreamError {
  if (error instanceof NotConnectedError) {
    return new UpstreamError(
      'Twilio could not be reached, so nothing was sent. Try again in a moment.',
      { twilioCode: null, outcome: 'unprocessed' },
      { cause: error },
    )
  }
  const { status, code } = answerOf(error)
  if (status === 429) {
    return new UpstreamError(
      errorSentence(20429),
      { twilioCode: code ?? 20429, outcome: 'unprocessed' },
      { cause: error },
    )
  }
  if (status !== null && status >= 400 && status < 500) {
    const sentence = code === null ? `Twilio refused the request (HTTP ${status}).` : errorSentence(code)
    return new UpstreamError(sentence, { twilioCode: code, outcome: 'refused' }, { cause: error })
  }
  return new UpstreamError(
    'Twilio did not confirm this, and it may still have happened. It is being checked; do not send it again yet.',
    { twilioCode: code, outcome: 'unknown' },
    { cause: error },
  )
}

/** Status and code of the SDK's RestException, which has no class of its own at run time to ask for. */
function answerOf(error: unknown): { status: number | null; code: number | null } {
  if (!(error instanceof Error)) return { status: null, code: null }
  return {
    status: 'status' in error && typeof error.status === 'number' ? error.status : null,
    code: 'code' in error && typeof error.code === 'number' ? error.code : null,
  }
}
