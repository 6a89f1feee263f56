import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { Purpose } from '@/shared/permission/purpose'

/** What is about to go out. `segments` is what it will be billed as, for the spend cap. */
export type PermissionRequest = {
  to: string
  from: string
  medium: 'message' | 'call'
  purpose: Purpose
  at: Date
  segments?: number
}

/** What a person should know before sending, though it does not stop them. */
export type Warning = { rule: string; reason: string }

/** `until`: the first moment at which it may go out. `expiresAt`: after it the text is stale; it is then asked about, never sent. */
export type Verdict =
  | { verdict: 'allowed'; warnings: readonly Warning[] }
  | { verdict: 'held'; rule: string; reason: string; until: Date; expiresAt: Date; warnings: readonly Warning[] }
  | { verdict: 'refused'; rule: string; reason: string; warnings: readonly Warning[] }

/** One reason not to send, or not yet, or to think twice. Null: this rule has no objection. */
export type Objection =
  | { verdict: 'held'; rule: string; reason: string; until: Date }
  | { verdict: 'refused'; rule: string; reason: string }
  | { verdict: 'warned'; rule: string; reason: string }

export type PermissionRule = (
  ctx: CoreContext,
  tx: Transaction,
  request: PermissionRequest,
) => Promise<Objection | null>
