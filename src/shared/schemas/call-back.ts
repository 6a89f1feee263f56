import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

/** Somebody who is to be called back: they asked, or one of ours has written it down. */
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
  /** For when; null: as soon as somebody can. */
  dueAt: z.iso.datetime().nullable(),
  /** Who of ours wrote it down; null: they asked themselves. */
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})
export type CallBack = z.infer<typeof CallBack>

export const ListCallBacksQuery = PageQuery.extend({
  /** true: who waits, in the order in which they are to be called; false: the others, newest first. */
  open: z.stringbool().default(true),
})
export type ListCallBacksQuery = z.infer<typeof ListCallBacksQuery>

const Wish = z.string().trim().max(500)

export const CreateCallBackInput = z.strictObject({
  theirNumber: PhoneNumber,
  /** Over which of our numbers; default: the main one. */
  ourNumber: PhoneNumber.optional(),
  /** For when; default: as soon as somebody can. */
  dueAt: z.iso.datetime().optional(),
  /** What about. */
  wish: Wish.optional(),
  /** Whoever writes it down will call. */
  claimed: z.boolean().default(false),
})
export type CreateCallBackInput = z.infer<typeof CreateCallBackInput>

/** Say that one will call (`claimed`), what came of it, or for when and what about it is. */
export const UpdateCallBackInput = z.union([
  z.strictObject({ claimed: z.boolean() }),
  z.strictObject({ status: z.enum(['done', 'canceled', 'open']) }),
  z.strictObject({ dueAt: z.iso.datetime().nullable(), wish: Wish.nullable() }),
])
export type UpdateCallBackInput = z.infer<typeof UpdateCallBackInput>
