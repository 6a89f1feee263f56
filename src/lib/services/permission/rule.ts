import type { Purpose } from '@/shared/permission/purpose'
import type { PermissionRules } from '@/shared/schemas/permission-rules'
import type { ZoneEvidence } from '@/shared/schemas/permission'
import type { Evidence } from './evidence'

/** What is about to go out. `segments` and `hasMedia` say what it will be billed as, for the spend cap. */
export type PermissionRequest = {
  to: string
  from: string
  medium: 'message' | 'call'
  purpose: Purpose
  at: Date
  segments?: number
  hasMedia?: boolean
  body?: string
  /** Not to be sent if they have written or called since then. */
  unlessHeardSince?: Date | undefined
}

/** What a person should know before sending, though it does not stop them. */
export type Warning = { rule: string; reason: string }

/** `until`: the first moment at which it may go out. `expiresAt`: after it the text is stale; it is then asked about, never sent. */
export type Verdict =
  | { verdict: 'allowed'; warnings: readonly Warning[] }
  | { verdict: 'held'; rule: string; reason: string; until: Date; expiresAt: Date; warnings: readonly Warning[] }
  | { verdict: 'refused'; rule: string; reason: string; warnings: readonly Warning[] }

/** A request with all that is known about it. `attended`: somebody is waiting for it and decides; `prompted`: it answers a text of theirs. */
export type Question = {
  request: PermissionRequest
  evidence: Evidence
  zones: readonly ZoneEvidence[]
  rules: PermissionRules
  attended: boolean
  prompted: boolean
  spent: Spent
}

/** What went out in the current day and month, in millionths of the currency, and when the next ones begin. */
export type Spent = { day: number; month: number; nextDay: Date; nextMonth: Date }

/** One reason not to send, or not yet, or to think twice. */
export type Objection =
  | { verdict: 'held'; rule: string; reason: string; until: Date }
  | { verdict: 'refused'; rule: string; reason: string }
  | { verdict: 'warned'; rule: string; reason: string }

/** Pure. Null: no objection. */
export type PermissionRule = (question: Question) => Objection | null
