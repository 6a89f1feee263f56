import { priceOf } from '../price-of'
import type { PermissionRule } from '../rule'

const million = 1_000_000

/** No more is spent in a day and in a month than an administrator allows, by anybody. What sends by itself waits for the next one. */
export const spendCap: PermissionRule = ({ request, rules, attended, spent }) => {
  const price = priceOf(request, rules)
  const { perDay, perMonth, currency } = rules.spend
  const isOver = (cap: number | null, already: number) => cap !== null && already + price > cap * million
  const month = isOver(perMonth, spent.month)
  if (!month && !isOver(perDay, spent.day)) return null
  const cap = `${month ? perMonth : perDay} ${currency}`
  const reason = `The limit of ${cap} a ${month ? 'month' : 'day'} for texts and calls is reached.`
  if (!attended) return { verdict: 'held', rule: 'spend_cap', reason, until: month ? spent.nextMonth : spent.nextDay }
  return {
    verdict: 'refused',
    rule: 'spend_cap',
    reason: `${reason} An administrator can raise it under Settings, Sending rules.`,
  }
}
