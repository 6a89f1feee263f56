/** The one family of errors. Services throw them; each edge translates them once (api/error-response.ts, api/twiml-fallback.ts). */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'stale_thread'
  | 'too_large'
  | 'opted_out'
  | 'not_permitted'
  | 'limit_exceeded'
  | 'upstream'
  | 'unavailable'

export class DomainError extends Error {
  override name = 'DomainError'
  readonly code: ErrorCode
  readonly details: unknown

  constructor(code: ErrorCode, message: string, details?: unknown, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

export class InvalidError extends DomainError {
  constructor(message: string, details?: unknown) {
    super('invalid', message, details)
  }
}

export class UnauthenticatedError extends DomainError {
  constructor(message = 'Sign in first.') {
    super('unauthenticated', message)
  }
}

export class ForbiddenError extends DomainError {
  constructor(message = 'Your role does not allow this.') {
    super('forbidden', message)
  }
}

export class NotFoundError extends DomainError {
  constructor(message: string) {
    super('not_found', message)
  }
}

export class ConflictError extends DomainError {
  constructor(message: string, details?: unknown) {
    super('conflict', message, details)
  }
}

/** Somebody else has answered since the sender last looked. `by` is their name, `messageId` their text. */
export class StaleThreadError extends DomainError {
  constructor(details: { by: string; at: string; messageId: string }) {
    super('stale_thread', `${details.by} has answered in the meantime.`, details)
  }
}

export class OptedOutError extends DomainError {
  constructor(message: string, details?: unknown) {
    super('opted_out', message, details)
  }
}

export class NotPermittedError extends DomainError {
  constructor(message: string, details?: unknown) {
    super('not_permitted', message, details)
  }
}

export class LimitExceededError extends DomainError {
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds: number) {
    super('limit_exceeded', message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export class UnavailableError extends DomainError {
  constructor(message: string, options?: ErrorOptions) {
    super('unavailable', message, undefined, options)
  }
}

/**
 * Twilio refused, or could not be reached. `outcome` says whether the request may have taken effect: only 'unprocessed' may be sent again.
 */
export class UpstreamError extends DomainError {
  readonly twilioCode: number | null
  readonly outcome: 'refused' | 'unprocessed' | 'unknown'

  constructor(
    message: string,
    upstream: { twilioCode: number | null; outcome: 'refused' | 'unprocessed' | 'unknown' },
    options?: ErrorOptions,
  ) {
    super('upstream', message, upstream, options)
    this.twilioCode = upstream.twilioCode
    this.outcome = upstream.outcome
  }
}
