import { isOver } from '../calls/call.ts'
import type { Call } from '../calls/call.ts'
import type { Account } from './account.ts'
import type { Phone } from './phones.ts'

const unanswered: ReadonlySet<string> = new Set(['no-answer', 'busy', 'canceled'])

/** It rang here and no person picked up; what the voicemail took was missed as well. */
export function missedBy(phone: Phone, call: Call): boolean {
  if (call.direction === 'inbound' || !isOver(call.status)) return false
  return phone.voicemailSids.has(call.sid) || unanswered.has(call.status)
}

/** What came to this phone since its person last looked. A voicemail is counted as such alone. */
export function unseenOf(
  account: Account,
  phone: Phone,
): { messages: number; missedCalls: number; voicemails: number } {
  const messages = phone.messageSids
    .slice(phone.seen.messages)
    .filter((sid) => account.messages.get(sid)?.direction.startsWith('outbound'))
  const missed = phone.callSids.slice(phone.seen.calls).filter((sid) => {
    const call = account.calls.get(sid)
    return call !== undefined && missedBy(phone, call)
  })
  const voicemails = missed.filter((sid) => phone.voicemailSids.has(sid)).length
  return { messages: messages.length, missedCalls: missed.length - voicemails, voicemails }
}

/** When something last happened at this phone, in milliseconds; its own beginning if nothing has. */
export function lastActivityOf(account: Account, phone: Phone): number {
  const message = account.messages.get(phone.messageSids.at(-1) ?? '')
  const call = account.calls.get(phone.callSids.at(-1) ?? '')
  return Math.max(phone.createdAt, message?.createdAt ?? 0, call?.endedAt ?? call?.createdAt ?? 0)
}
