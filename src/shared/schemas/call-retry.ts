import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

export const CallRetryStatus = z.enum(['planned', 'placing', 'placed', 'canceled', 'skipped', 'failed'])
export type CallRetryStatus = z.infer<typeof CallRetryStatus>

/** A call that is placed again because it reached nobody. */
export const CallRetry = z.object({
  /** Also the id of the call that it becomes. */
  id: z.uuid(),
  retryOf: z.uuid(),
  /** The call before, and the one it has become. */
  callSid: z.string().nullable(),
  placedCallSid: z.string().nullable(),
  attempt: z.number().int(),
  from: z.string(),
  to: z.string(),
  contactName: z.string().nullable(),
  /** How the call before ended. */
  ended: z.string(),
  status: CallRetryStatus,
  /** Why it waits longer than planned, or was not placed. */
  reason: z.string().nullable(),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})
export type CallRetry = z.infer<typeof CallRetry>

export const ListCallRetriesQuery = PageQuery.extend({
  /** true: what is planned, the next first; false: what came of the others, newest first. */
  open: z.stringbool().default(true),
  phoneNumber: PhoneNumber.optional(),
})
export type ListCallRetriesQuery = z.infer<typeof ListCallRetriesQuery>
