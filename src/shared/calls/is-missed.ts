import type { Call } from '../schemas/call'

/** Somebody called and reached nobody. */
export function isMissed(call: Pick<Call, 'direction' | 'missed' | 'status'>) {
  if (call.direction !== 'inbound') return false
  return call.missed !== null || ['no-answer', 'busy', 'canceled', 'failed'].includes(call.status)
}
