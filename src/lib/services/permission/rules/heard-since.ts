import type { PermissionRule } from '../rule'

/** A text for later is overtaken when the person has written or called meanwhile. */
export const heardSince: PermissionRule = ({ request: { unlessHeardSince: since }, evidence }) => {
  if (!since) return null
  if (evidence.lastTextFromThem && evidence.lastTextFromThem > since) {
    return { verdict: 'refused', rule: 'replied', reason: 'They have written since this was planned.' }
  }
  if (evidence.lastCall && evidence.lastCall > since) {
    return { verdict: 'refused', rule: 'called', reason: 'There was a call with them since this was planned.' }
  }
  return null
}
