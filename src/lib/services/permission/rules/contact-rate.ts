import type { PermissionRule } from '../rule'

const day = 24 * 60 * 60_000

/** So many automatic texts and calls a person gets in a day and in a week, answers to their own texts aside. By hand: a warning. */
export const contactRate: PermissionRule = ({ request: { at, purpose }, evidence, rules, attended, prompted }) => {
  if (prompted) return null
  const limits = [
    { limit: rules.perContact.day, within: day, word: 'day' },
    { limit: rules.perContact.week, within: 7 * day, word: 'week' },
  ]
  let until: Date | null = null
  let reason = ''
  for (const { limit, within, word } of limits) {
    if (limit === null) continue
    const recent = evidence.unprompted.filter((sent) => sent.getTime() > at.getTime() - within)
    if (recent.length < limit) continue
    // Free again when the one that fills the limit is out of the window; a limit of none never is.
    const oldest = limit === 0 ? at : (recent[limit - 1] ?? at)
    const free = new Date(oldest.getTime() + within)
    if (until && free <= until) continue
    until = free
    reason = `They have had ${recent.length} automatic ${recent.length === 1 ? 'message' : 'messages'} within a ${word}, which is the limit.`
  }
  if (!until) return null
  const byHand = attended || purpose === 'scheduled'
  return byHand
    ? { verdict: 'warned', rule: 'contact_rate', reason }
    : { verdict: 'held', rule: 'contact_rate', reason, until }
}
