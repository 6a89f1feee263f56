import type { Call } from '@/shared/schemas/call'

/** Somebody called and reached nobody. */
export function isMissed(call: Call) {
  return call.direction === 'inbound' && ['no-answer', 'busy', 'canceled', 'failed'].includes(call.status)
}
