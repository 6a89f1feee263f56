import { z } from 'zod'
import type { ErrorBody } from '@/shared/schemas/page'

/** The server understood and said no. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly requestId: string
  readonly twilioCode: number | null
  readonly details: unknown
  /** Whether the server surely did nothing; false: it, or Twilio behind it, may have acted. */
  readonly surelyNothingDone: boolean

  constructor(status: number, error: ErrorBody['error']) {
    super(error.message)
    this.status = status
    this.code = error.code
    this.requestId = error.requestId
    this.twilioCode = error.twilioCode ?? null
    this.details = error.details
    this.surelyNothingDone = status < 500 || Untouched.safeParse(error.details).success
  }
}

/** What the server says of a request to Twilio that had no effect. */
const Untouched = z.object({ outcome: z.enum(['refused', 'unprocessed']) })

/** No answer came: whether the server did anything is unknown. */
export class ConnectionError extends Error {
  override name = 'ConnectionError'

  constructor(options?: ErrorOptions) {
    super('The server cannot be reached. Check your connection.', options)
  }
}
