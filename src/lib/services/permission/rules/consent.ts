import type { Purpose } from '@/shared/permission/purpose'
import { consentOf } from '../consent-of'
import type { PermissionRule } from '../rule'

const automatic: readonly Purpose[] = ['keyword', 'auto_reply', 'flow', 'missed_call']

/** Campaigns need consent that was given for them, automatic answers a conversation; who writes by hand is told that nothing is on record. */
export const consent: PermissionRule = ({ request, evidence, rules }) => {
  const { basis } = consentOf(evidence, rules, request)
  if (basis === 'express') return null
  const isRevoked = evidence.consent?.kind === 'revoked'
  if (request.purpose === 'campaign' && (rules.consent.campaignsNeedExpress || isRevoked)) {
    const reason = isRevoked
      ? 'This person has taken back their consent.'
      : 'There is no record that this person agreed to receive campaigns.'
    return { verdict: 'refused', rule: 'consent', reason }
  }
  if (basis === 'conversation') return null
  if (automatic.includes(request.purpose) && rules.consent.automaticNeedsConsent) {
    const reason = 'This person has not written to you lately and has not agreed to automatic messages.'
    return { verdict: 'refused', rule: 'consent', reason }
  }
  const reason = isRevoked
    ? 'This person has taken back their consent.'
    : 'There is no record that this person agreed to hear from you.'
  return { verdict: 'warned', rule: 'consent', reason }
}
