import { z } from 'zod'
import { isTimeZone } from '@/shared/is-time-zone'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

/** How a text is compared: the whole text, its beginning, a word or phrase in it, a pattern in RE2's dialect, or any text at all. */
export const KeywordMatch = z.enum(['exact', 'starts_with', 'contains', 'pattern', 'any'])
export type KeywordMatch = z.infer<typeof KeywordMatch>

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:00.')

/** When a rule applies, on the clocks of `timeZone`. Days are 0 (Sunday) to 6; `closedOn` are holidays; `from` after `to` runs past midnight. */
export const KeywordHours = z.strictObject({
  timeZone: z.string().refine(isTimeZone, 'This is no time zone.'),
  days: z.array(z.int().min(0).max(6)).max(7),
  from: clockTime,
  to: clockTime,
  /** 'outside': it applies when the hours are over, such as for an after-hours answer. */
  when: z.enum(['during', 'outside']),
  closedOn: z.array(z.iso.date()).max(60).default([]),
})
export type KeywordHours = z.infer<typeof KeywordHours>

const line = (longest: number) => z.string().trim().min(1).max(longest)

const fields = {
  name: line(80),
  /** Null: on all of our numbers. */
  ourNumber: PhoneNumber.nullable(),
  match: KeywordMatch,
  /** Any of them; for `pattern` the pattern, for `any` nothing. */
  words: z.array(line(200)).max(20),
  enabled: z.boolean(),
  hours: KeywordHours.nullable(),
  replyBody: line(1600).nullable(),
  replyTemplateId: z.uuid().nullable(),
  /** Tags the contact gets. */
  tags: z.array(line(40)).max(10),
  /** Who gets the conversation. */
  assignTo: line(100).nullable(),
  flowId: z.uuid().nullable(),
}

export const SaveKeywordInput = z.strictObject({
  ...fields,
  ourNumber: fields.ourNumber.default(null),
  words: fields.words.default([]),
  enabled: fields.enabled.default(true),
  hours: fields.hours.default(null),
  replyBody: fields.replyBody.default(null),
  replyTemplateId: fields.replyTemplateId.default(null),
  tags: fields.tags.default([]),
  assignTo: fields.assignTo.default(null),
  flowId: fields.flowId.default(null),
})
export type SaveKeywordInput = z.infer<typeof SaveKeywordInput>

/** What is not given stays. */
export const ChangeKeywordInput = z.strictObject(fields).partial()
export type ChangeKeywordInput = z.infer<typeof ChangeKeywordInput>

export const Keyword = z.object({
  id: z.uuid(),
  ...fields,
  /** Rules are asked in this order; the first that applies answers. */
  position: z.int(),
  answered: z.int(),
  lastAnsweredAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Keyword = z.infer<typeof Keyword>

/** All rules, in the order they are to be asked. */
export const OrderKeywordsInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) })

export const TestKeywordsInput = z.strictObject({
  body: z.string().max(1600),
  /** The number it is texted to; any when absent. */
  ourNumber: PhoneNumber.optional(),
  at: z.iso.datetime({ offset: true }).optional(),
})
export type TestKeywordsInput = z.infer<typeof TestKeywordsInput>

export const KeywordVerdict = z.enum(['answers', 'behind', 'off', 'other_number', 'other_words', 'other_hours'])
export type KeywordVerdict = z.infer<typeof KeywordVerdict>

/** What would happen to a text, as a sentence, and what each rule says to it. */
export const KeywordTest = z.object({
  keywordId: z.uuid().nullable(),
  sentence: z.string(),
  considered: z.array(z.object({ keywordId: z.uuid(), name: z.string(), verdict: KeywordVerdict })),
})
export type KeywordTest = z.infer<typeof KeywordTest>

/** What was done about a text by itself. */
export const AutomaticReply = z.object({
  messageId: z.uuid(),
  conversationId: z.uuid(),
  kind: z.enum(['keyword', 'auto_reply']),
  keywordId: z.uuid().nullable(),
  /** `done`: there was nothing to send. `held`: it goes out later. `skipped`: a loop was cut, or the template
   * lacks something for this person; `reason` says which. */
  status: z.enum(['pending', 'done', 'sent', 'held', 'skipped', 'refused', 'failed']),
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type AutomaticReply = z.infer<typeof AutomaticReply>

/** One of the list: with the text it answers. */
export const AutomaticReplyItem = AutomaticReply.extend({
  from: z.string(),
  text: z.string(),
  keywordName: z.string().nullable(),
})
export type AutomaticReplyItem = z.infer<typeof AutomaticReplyItem>

export const ListAutomaticRepliesQuery = PageQuery.extend({ keywordId: z.uuid().optional() })
export type ListAutomaticRepliesQuery = z.infer<typeof ListAutomaticRepliesQuery>
