import { nextOpening } from '../business-hours/next-opening'
import { RetriedEnd, type RetryPolicy } from '../schemas/call-settings'

/** When a call that ended so is tried again, `made` tries having been made already; null: it is not. */
export function nextTry(
  policy: RetryPolicy,
  call: { status: string; made: number; endedAt: Date },
): { attempt: number; dueAt: Date } | null {
  const end = RetriedEnd.safeParse(call.status)
  if (!end.success || !policy.ends.includes(end.data)) return null
  const wait = policy.afterMinutes[call.made]
  if (wait === undefined) return null
  const due = new Date(call.endedAt.getTime() + wait * 60_000)
  const dueAt = policy.hours ? nextOpening(policy.hours, due) : due
  return dueAt && { attempt: call.made + 1, dueAt }
}
