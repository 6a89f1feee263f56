import type { Call } from '@/shared/schemas/call'

/** The number at the other end of a call: who called us, or whom we called. */
export function otherNumberOf(call: Pick<Call, 'direction' | 'from' | 'to'>): string {
  return call.direction === 'inbound' ? call.from : call.to
}
