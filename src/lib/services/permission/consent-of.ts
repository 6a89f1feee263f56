import type { PermissionRules } from '@/shared/schemas/permission-rules'
import type { Evidence } from './evidence'
import type { PermissionRequest } from './rule'

export type Consent = { basis: 'express' | 'conversation' | 'none'; source: string | null; since: Date | null }

/**
 * On what grounds somebody may be written to: an entry of the consent ledger that no later refusal has undone, or a text of theirs not long
 * ago; for a flow's text and one for a missed call also a call of theirs just now, which it follows. All end with an opt-out; one who opts in again starts anew.
 */
export function consentOf(
  evidence: Evidence,
  rules: PermissionRules,
  { at, purpose, medium }: Pick<PermissionRequest, 'at' | 'purpose' | 'medium'>,
): Consent {
  const { consent, optedOutAt, optOut, lastTextFromThem, lastCallFromThem } = evidence
  const isOut = optOut?.kind === 'opted_out'
  if (consent?.kind === 'granted' && !isOut && (optedOutAt === null || consent.recordedAt > optedOutAt)) {
    return { basis: 'express', source: consent.source, since: consent.occurredAt }
  }
  const oldest = at.getTime() - rules.consent.conversationDays * 24 * 60 * 60_000
  const wrote = lastTextFromThem !== null && lastTextFromThem.getTime() >= oldest
  if (wrote && !isOut && consent?.kind !== 'revoked') {
    return { basis: 'conversation', source: 'inbound_text', since: lastTextFromThem }
  }
  const called =
    lastCallFromThem !== null && at.getTime() - lastCallFromThem.getTime() <= rules.consent.callHours * 3_600_000
  const since = optedOutAt === null || (lastCallFromThem !== null && lastCallFromThem > optedOutAt)
  const follows = purpose === 'flow' || purpose === 'missed_call'
  if (called && since && follows && medium === 'message' && !isOut && consent?.kind !== 'revoked') {
    return { basis: 'conversation', source: 'inbound_call', since: lastCallFromThem }
  }
  return { basis: 'none', source: null, since: null }
}
