import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'

/** What is about to go out. `purpose` says who wants it: a person by hand, a program, a retry. */
export type PermissionRequest = {
  to: string
  from: string
  medium: 'message' | 'call'
  purpose: 'manual' | 'service' | 'retry'
  at: Date
}

export type Verdict =
  | { verdict: 'allowed' }
  | { verdict: 'held'; rule: string; reason: string; until: Date }
  | { verdict: 'refused'; rule: string; reason: string }

/** One reason not to send, or not yet. Null: this rule has no objection. */
export type PermissionRule = (
  ctx: CoreContext,
  tx: Transaction,
  request: PermissionRequest,
) => Promise<Exclude<Verdict, { verdict: 'allowed' }> | null>
