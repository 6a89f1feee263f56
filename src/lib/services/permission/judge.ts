import { expiresAt } from './expires-at'
import { likelyTimeZone } from './quiet-hours/places-of'
import type { Objection, PermissionRule, Question, Verdict, Warning } from './rule'
import { allowedCountry } from './rules/allowed-country'
import { consent } from './rules/consent'
import { contactRate } from './rules/contact-rate'
import { heardSince } from './rules/heard-since'
import { numberShape } from './rules/number-shape'
import { numberType } from './rules/number-type'
import { openRefusal } from './rules/open-refusal'
import { optedOut } from './rules/opted-out'
import { quietHours } from './rules/quiet-hours'
import { spendCap } from './rules/spend-cap'

/** Asked in order: the first refusal is the reason given. */
const rules: readonly PermissionRule[] = [
  numberShape,
  optedOut,
  allowedCountry,
  openRefusal,
  consent,
  numberType,
  heardSince,
  spendCap,
  contactRate,
  quietHours,
]

/**
 * The verdict, from evidence alone. A refusal ends it. What is held by one rule is held until none holds it: the moment is moved on and the
 * rules that depend on time are asked again there.
 */
export function judge(question: Question): Verdict {
  const warnings: Warning[] = []
  let held: Extract<Objection, { verdict: 'held' }> | null = null
  for (const rule of rules) {
    const objection = rule(question)
    if (objection?.verdict === 'refused') return { ...objection, warnings }
    if (objection?.verdict === 'warned') warnings.push({ rule: objection.rule, reason: objection.reason })
    if (objection?.verdict === 'held' && (!held || objection.until > held.until)) held = objection
  }
  if (!held) return { verdict: 'allowed', warnings }
  const { at, body } = question.request
  const stale = expiresAt(at, body, likelyTimeZone(question.zones), question.rules)
  return { ...held, until: settledUntil(question, held.until), expiresAt: stale, warnings }
}

/** The first moment from `until` on at which it is also a good hour. */
function settledUntil(question: Question, until: Date): Date {
  const then = quietHours({ ...question, prompted: false, request: { ...question.request, at: until } })
  return then?.verdict === 'held' ? then.until : until
}
