import type { TwilioSync } from '@/lib/services/twilio-sync'
import { UnavailableError } from '@/shared/errors'

/** The live streams of a process that has none, such as one that only runs background work: it reads no events and keeps no connection. */
export function noSync(): TwilioSync {
  return {
    admit: refuse,
    connect: refuse,
    stats: () => ({ connections: 0, cutOff: 0, position: '0', window: { events: 0, bytes: 0 } }),
    stop: () => Promise.resolve(),
  }
}

function refuse(): never {
  throw new UnavailableError('This process has no live streams.')
}
