import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/**
 * JSON lines on stdout. Secrets are redacted by name wherever they stand; message bodies and full numbers are never passed in at
 * info level or above (see `maskNumber`).
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    serializers: { err: describeError },
    redact: {
      paths: [
        'authToken',
        'password',
        'secret',
        'token',
        'apiKey',
        'authorization',
        'cookie',
        '*.authToken',
        '*.password',
        '*.secret',
        '*.token',
        '*.apiKey',
        '*.authorization',
        '*.cookie',
      ],
      censor: '[redacted]',
    },
  }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * An error as pino writes it, without the values that a failed statement was given: the query builder puts them into its message, and
 * PostgreSQL the key of a conflict or the whole row into `detail`.
 */
function describeError(error: unknown) {
  return error instanceof Error ? withoutValues(stdSerializers.errWithCause(error)) : error
}

function withoutValues(described: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(described).flatMap(([name, value]) => {
      if (name === 'params' || name === 'detail' || name === 'where') return []
      if (name === 'message' || name === 'stack') return [[name, String(value).replaceAll(statementValues, '$1')]]
      return [[name, name === 'cause' && value instanceof Object ? withoutValues(value) : value]]
    }),
  )
}

/** What follows `params:` in the message of a failed statement, to the first line of the stack. */
const statementValues = /(Failed query: [^]*?)\nparams: [^]*?(?=\n {4}at |\ncaused by: |$)/g

/** '+14155550123' → '+1415•••0123': enough to recognise, not to call. */
export function maskNumber(phoneNumber: string) {
  return phoneNumber.length < 8 ? '•••' : `${phoneNumber.slice(0, -7)}•••${phoneNumber.slice(-4)}`
}
