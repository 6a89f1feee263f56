import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

/** A text that asks in its own words to be left alone. Until somebody has confirmed or dismissed it, nothing is sent there by itself. */
export const OptOutSuggestion = z.object({
  id: z.uuid(),
  phoneNumber: z.string(),
  ourNumber: z.string(),
  conversationId: z.uuid(),
  messageId: z.uuid(),
  /** The text, and the part of it that says so. */
  words: z.string(),
  phrase: z.string(),
  status: z.enum(['open', 'confirmed', 'dismissed']),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  settledBy: z.string().nullable(),
})
export type OptOutSuggestion = z.infer<typeof OptOutSuggestion>

export const ListOptOutSuggestionsQuery = PageQuery.extend({
  status: z.enum(['open', 'confirmed', 'dismissed']).optional(),
  phoneNumber: PhoneNumber.optional(),
  conversationId: z.uuid().optional(),
})
export type ListOptOutSuggestionsQuery = z.infer<typeof ListOptOutSuggestionsQuery>
