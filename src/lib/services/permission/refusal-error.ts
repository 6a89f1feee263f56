import { NotPermittedError, OptedOutError, type DomainError } from '@/shared/errors'
import type { Verdict } from './rule'

/** A verdict that is not 'allowed' as the error a caller gets (422). */
export function refusalError(verdict: Exclude<Verdict, { verdict: 'allowed' }>): DomainError {
  const details = {
    rule: verdict.rule,
    ...(verdict.verdict === 'held'
      ? { heldUntil: verdict.until.toISOString(), expiresAt: verdict.expiresAt.toISOString() }
      : {}),
  }
  return verdict.rule === 'opted_out'
    ? new OptedOutError(verdict.reason, details)
    : new NotPermittedError(verdict.reason, details)
}
