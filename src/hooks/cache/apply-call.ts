import { callStatusRank, isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import { isMissed } from '@/shared/calls/is-missed'
import type { Call } from '@/shared/schemas/call'
import type { CallFilter } from '../api/calls'
import { insertItem, itemsOf, mapItems, type Pages } from './pages'

/** The later of two states of a call: a status never moves back, whatever order events and answers arrive in. */
export function laterCall(known: Call, reported: Call): Call {
  return callStatusRank[reported.status] >= callStatusRank[known.status] ? reported : known
}

/** A list of calls after a live event: changed in place, put in order if new, gone if the filter no longer wants it. */
export function applyCall(pages: Pages<Call>, call: Call, filter: CallFilter): Pages<Call> {
  const data = withoutEarlier(pages, call)
  const known = itemsOf(data).find((item) => item.id === call.id)
  if (!known) return matches(call, filter) ? insertItem(data, call, sortKey) : data
  const next = laterCall(known, call)
  return mapItems(data, (item) => (item.id === call.id ? (matches(next, filter) ? next : null) : item))
}

/** Without a call of the same SID under another id: a webhook told of it before our own request for it was answered. */
function withoutEarlier(data: Pages<Call>, { id, callSid }: Call) {
  return callSid === null ? data : mapItems(data, (item) => (item.callSid === callSid && item.id !== id ? null : item))
}

function sortKey(call: Call) {
  return `${call.startedAt} ${call.id}`
}

/** Lists show whole calls; legs are seen inside them. */
function matches(call: Call, filter: CallFilter) {
  return (
    call.parentCallSid === null &&
    !call.from.startsWith('client:') &&
    (filter.status === undefined || call.status === filter.status) &&
    (filter.direction === undefined || call.direction === filter.direction) &&
    (filter.missed !== true || isMissed(call)) &&
    (filter.active === undefined || !isTerminalCallStatus(call.status) === filter.active) &&
    (filter.phoneNumber === undefined || [call.from, call.to].includes(filter.phoneNumber))
  )
}
