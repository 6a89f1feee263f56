import type { LiveEvent } from '@/shared/schemas/live-event'
import { recentEvents } from '../live/recent'
import type { Pages } from './pages'

type Page<Item> = Pages<Item>['pages'][number]

/** An answer with everything applied that happened after it was read. A later page only changes; new rows belong to the newest. */
export function catchUp<Item extends { id: string }>(
  page: Page<Item>,
  pageParam: string | null,
  apply: (data: Pages<Item>, event: LiveEvent) => Pages<Item>,
): Page<Item> {
  const start: Pages<Item> = { pages: [page], pageParams: [pageParam] }
  const caughtUp = recentEvents.since(page.syncCursor).reduce(apply, start).pages[0] ?? page
  if (pageParam === null || page.previousCursor === null) return caughtUp
  const own = new Set(page.items.map((item) => item.id))
  return { ...caughtUp, items: caughtUp.items.filter((item) => own.has(item.id)) }
}
