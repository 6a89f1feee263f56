import type { PermissionRule } from '../rule'

/** Somebody wrote what sounds like a refusal. Until a person has read it, nothing goes to them by itself. */
export const openRefusal: PermissionRule = ({ evidence, attended }) => {
  if (!evidence.openRefusal) return null
  const words = `They wrote “${evidence.openRefusal.words}”, which may mean that they want no more texts.`
  return attended
    ? { verdict: 'warned', rule: 'open_refusal', reason: words }
    : { verdict: 'refused', rule: 'open_refusal', reason: `${words} Somebody has to decide that first.` }
}
