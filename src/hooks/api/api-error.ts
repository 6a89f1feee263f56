import type { ErrorBody } from '@/shared/schemas/page'

/** The server understood and said no. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly requestId: string
  readonly twilioCode: number | null

  constructor(status: number, error: ErrorBody['error']) {
    super(error.message)
    this.status = status
    this.code = error.code
    this.requestId = error.requestId
    this.twilioCode = error.twilioCode ?? null
  }
}

/** No answer came: whether the server did anything is unknown. */
export class ConnectionError extends Error {
  override name = 'ConnectionError'

  constructor(options?: ErrorOptions) {
    super('The server cannot be reached. Check your connection.', options)
  }
}
