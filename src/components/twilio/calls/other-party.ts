import type { Call } from '@/shared/schemas/call'

/** Their side of a call: who called us, or whom we called. */
export function otherParty(call: Call) {
  return call.direction === 'inbound' ? call.from : call.to
}

/** Our side of a call. */
export function ourSide(call: Call) {
  return call.direction === 'inbound' ? call.to : call.from
}
