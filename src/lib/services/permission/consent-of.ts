import type { PermissionRules } from '@/shared/schemas/permission-rules'
import type { Evidence } from './evidence'

export type Consent = { basis: 'express' | 'conversation' | 'none'; source: string | null; since: Date | null }

/**
 * On what grounds somebody may be written to: an entry of the consent ledger that no later refusal has undone, or a text of theirs not long
 * ago. Both end with an opt-out; one who opts in again starts anew.
 */
export function consentOf(evidence: Evidence, rules: PermissionRules, at: Date): Consent {
  const { consent, optedOutAt, optOut, lastTextFromThem } = evidence
  const isOut = optOut?.kind === 'opted_out'
  if (consent?.kind === 'granted' && !isOut && (optedOutAt === null || consent.recordedAt > optedOutAt)) {
    return { basis: 'express', source: consent.source, since: consent.occurredAt }
  }
  const oldest = at.getTime() - rules.consent.conversationDays * 24 * 60 * 60_000
  const wrote = lastTextFromThem !== null && lastTextFromThem.getTime() >= oldest
  if (wrote && !isOut && consent?.kind !== 'revoked') {
    return { basis: 'conversation', source: 'inbound_text', since: lastTextFromThem }
  }
  return { basis: 'none', source: null, since: null }
}
