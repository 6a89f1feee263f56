import { z } from 'zod'
import { Call } from './call'
import { ConversationChange } from './conversation'
import { Message } from './message'
import { Note } from './note'
import { OptOut } from './opt-out'
import { PageQuery } from './page'

/** `id` is the entry's own; of an opt-out `opt_out:<id>`, because the text that said it has the same. */
const place = { id: z.string(), at: z.iso.datetime() }

/** Something that stands in a conversation's timeline, at its time. */
export const TimelineItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ...place, message: Message }),
  z.object({ kind: z.literal('call'), ...place, call: Call }),
  z.object({ kind: z.literal('note'), ...place, note: Note }),
  z.object({ kind: z.literal('change'), ...place, change: ConversationChange }),
  z.object({ kind: z.literal('opt_out'), ...place, optOut: OptOut }),
])
export type TimelineItem = z.infer<typeof TimelineItem>

export const TimelineQuery = PageQuery.extend({
  /** `nextCursor` goes on to older entries, `previousCursor` to newer ones; both come with every page. */
  cursor: z.string().max(300).optional(),
  /** The id of an entry: the page then lies around it. */
  around: z.uuid().optional(),
}).refine((query) => query.cursor === undefined || query.around === undefined, {
  message: 'Ask for a cursor or around an entry, not both.',
})
export type TimelineQuery = z.infer<typeof TimelineQuery>

/** Newest first. `previousCursor` is null when nothing newer is there. */
export const TimelinePage = z.object({
  items: z.array(TimelineItem),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  syncCursor: z.string(),
  /** The person's number: calls with it belong here. */
  theirNumber: z.string(),
})
export type TimelinePage = z.infer<typeof TimelinePage>
