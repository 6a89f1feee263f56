import { z } from 'zod'
import { PageQuery } from './page'

/** Somebody who asked to be called back. */
export const CallBack = z.object({
  id: z.uuid(),
  theirNumber: z.string(),
  ourNumber: z.string(),
  contactName: z.string().nullable(),
  /** The call in which they asked. */
  callSid: z.string().nullable(),
  /** What they said they want. */
  wish: z.string().nullable(),
  status: z.enum(['open', 'done', 'canceled']),
  /** Who of ours has said that they will. */
  claimedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The call that reached them, if that settled it. */
  reachedCallSid: z.string().nullable(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})
export type CallBack = z.infer<typeof CallBack>

export const ListCallBacksQuery = PageQuery.extend({
  /** true: who waits, the longest first; false: the others, newest first. */
  open: z.stringbool().default(true),
})
export type ListCallBacksQuery = z.infer<typeof ListCallBacksQuery>

/** Say that one will call (`claimed`), or what came of it. */
export const UpdateCallBackInput = z.union([
  z.strictObject({ claimed: z.boolean() }),
  z.strictObject({ status: z.enum(['done', 'canceled', 'open']) }),
])
export type UpdateCallBackInput = z.infer<typeof UpdateCallBackInput>
