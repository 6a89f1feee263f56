import { likelyTimeZone } from '../quiet-hours/places-of'
import type { PermissionRule } from '../rule'
import { dayAt } from '../say-time'

/** Who said STOP gets no texts, from any of our numbers, whoever writes them; and no automatic calls, unless an administrator allows them. */
export const optedOut: PermissionRule = ({ request, evidence, rules, attended, zones }) => {
  if (evidence.optOut?.kind !== 'opted_out') return null
  const since = dayAt(evidence.optOut.recordedAt, likelyTimeZone(zones), request.at)
  const reason = `This person opted out of texts on ${since}.`
  if (request.medium === 'message') {
    return {
      verdict: 'refused',
      rule: 'opted_out',
      reason: `${reason} They can text START to your number to receive them again.`,
    }
  }
  if (!attended && rules.optOutHoldsForCalls) {
    return { verdict: 'refused', rule: 'opted_out', reason: `${reason} They are not called automatically either.` }
  }
  return { verdict: 'warned', rule: 'opted_out', reason: `${reason} Ask whether calls are welcome.` }
}
