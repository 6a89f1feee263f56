import { Logger } from 'graphile-worker'
import type { Log } from '@/lib/utils/log'

/** The runner's words in our log, without payloads: its errors and warnings as they are, the rest only when debugging. */
export function createJobLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    const line = { component: 'jobs' }
    if (level === 'error') log.error(line, message)
    else if (level === 'warning') log.warn(line, message)
    else log.debug(line, message)
  })
}
