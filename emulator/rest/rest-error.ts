/** An answer of Twilio's API that is an error: HTTP status, Twilio's code, a sentence. */
export class RestError extends Error {
  readonly status: number
  readonly code: number

  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function errorBody(error: RestError): Record<string, unknown> {
  return {
    code: error.code,
    message: error.message,
    more_info: `https://www.twilio.com/docs/errors/${error.code}`,
    status: error.status,
  }
}

export function notFound(path: string): RestError {
  return new RestError(404, 20_404, `The requested resource ${path} was not found`)
}
