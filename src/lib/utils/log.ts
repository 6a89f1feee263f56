import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/**
 * JSON lines on stdout. Secrets are redacted by name wherever they stand; message bodies and full numbers are never passed in at
 * info level or above (see `maskNumber`).
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
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

/** '+14155550123' → '+1415•••0123': enough to recognise, not to call. */
export function maskNumber(phoneNumber: string) {
  return phoneNumber.length < 8 ? '•••' : `${phoneNumber.slice(0, -7)}•••${phoneNumber.slice(-4)}`
}
