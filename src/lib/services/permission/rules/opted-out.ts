import type { PermissionRule } from '../rule'

/** Who said STOP gets no texts, from any of our numbers, whoever writes them; and no automatic calls, unless an administrator allows them. */
export const optedOut: PermissionRule = ({ request, evidence, rules, attended }) => {
  if (evidence.optOut?.kind !== 'opted_out') return null
  if (request.medium === 'message') {
    return {
      verdict: 'refused',
      rule: 'opted_out',
      reason: 'This person opted out of texts. They can text START to your number to receive them again.',
    }
  }
  const reason = 'This person opted out of texts.'
  if (!attended && rules.optOutHoldsForCalls) {
    return { verdict: 'refused', rule: 'opted_out', reason: `${reason} They are not called automatically either.` }
  }
  return { verdict: 'warned', rule: 'opted_out', reason: `${reason} Ask whether calls are welcome.` }
}
