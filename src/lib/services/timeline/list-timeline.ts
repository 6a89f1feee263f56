import type { CoreContext } from '@/lib/context'
import { getConversation } from '@/lib/services/conversations/get-conversation'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { findTimelineKey, readTimelineKeys } from '@/lib/services/timeline/read-timeline-keys'
import { readTimelineItems } from '@/lib/services/timeline/read-timeline-items'
import {
  decodeTimelineCursor,
  encodeTimelineCursor,
  type TimelineCursor,
  type TimelineKey,
} from '@/lib/services/timeline/timeline-cursor'
import { NotFoundError } from '@/shared/errors'
import type { TimelinePage, TimelineQuery } from '@/shared/schemas/timeline'

/**
 * What happened with a person in a conversation, newest first: texts, calls with them over any of our numbers, notes, what was done with the
 * conversation, opt-outs. Goes on to older or newer entries from a cursor, or lies around an entry.
 */
export async function listTimeline(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { id, ...query }: TimelineQuery & { id: string },
): Promise<TimelinePage> {
  const { theirNumber } = await getConversation(ctx, { id })
  const syncCursor = await currentCursor(ctx)
  const { pool } = ctx.database
  const page = await readPage(pool, { id, theirNumber }, query)
  const [first, last] = [page.keys[0], page.keys.at(-1)]
  return {
    items: await readTimelineItems(pool, page.keys),
    nextCursor: page.hasOlder && last ? encodeTimelineCursor({ ...last, way: 'older' }) : null,
    previousCursor: page.hasNewer && first ? encodeTimelineCursor({ ...first, way: 'newer' }) : null,
    syncCursor,
    theirNumber,
  }
}

type Thread = { id: string; theirNumber: string }
type Page = { keys: TimelineKey[]; hasOlder: boolean; hasNewer: boolean }

async function readPage(
  pool: CoreContext['database']['pool'],
  thread: Thread,
  { cursor, around, limit }: Omit<TimelineQuery, 'id'>,
): Promise<Page> {
  if (around !== undefined) return readAround(pool, thread, around, limit)
  const from = cursor === undefined ? null : decodeTimelineCursor(cursor)
  const { keys, hasMore } = await walk(pool, thread, from, limit)
  if (from?.way === 'newer') return { keys: keys.toReversed(), hasOlder: true, hasNewer: hasMore }
  return { keys, hasOlder: hasMore, hasNewer: from !== null }
}

async function readAround(pool: CoreContext['database']['pool'], thread: Thread, id: string, limit: number) {
  const key = await findTimelineKey(pool, thread, id)
  if (!key) throw new NotFoundError('There is no such entry in this conversation.')
  const half = Math.ceil(limit / 2)
  const [older, newer] = await Promise.all([
    walk(pool, thread, { ...key, way: 'older' }, half),
    walk(pool, thread, { ...key, way: 'newer' }, half),
  ])
  return { keys: [...newer.keys.toReversed(), key, ...older.keys], hasOlder: older.hasMore, hasNewer: newer.hasMore }
}

async function walk(
  pool: CoreContext['database']['pool'],
  thread: Thread,
  from: TimelineCursor | null,
  limit: number,
): Promise<{ keys: TimelineKey[]; hasMore: boolean }> {
  const keys = await readTimelineKeys(pool, thread, from, limit + 1)
  return { keys: keys.slice(0, limit), hasMore: keys.length > limit }
}
