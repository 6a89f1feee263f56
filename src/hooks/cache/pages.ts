import type { InfiniteData } from '@tanstack/react-query'

/** A list as far as it was read, in pages of the API. */
export type Pages<Item> = InfiniteData<Page<Item>>

/** A list that can be entered in its middle says with `previousCursor` that newer items are not read yet. */
type Page<Item> = {
  items: Item[]
  nextCursor: string | null
  previousCursor?: string | null
  syncCursor?: string | undefined
}

type Identified = { id: string }

/** All items read so far. One that moved up between two pages stands in both: its first place counts. */
export function itemsOf<Item extends Identified>(data: Pages<Item> | undefined): Item[] {
  const seen = new Set<string>()
  return (data?.pages ?? []).flatMap((page) => page.items).filter((item) => !seen.has(item.id) && seen.add(item.id))
}

/** The same pages with each item changed, or left out where `change` gives null; the same object if nothing changed. */
export function mapItems<Item>(data: Pages<Item>, change: (item: Item) => Item | null): Pages<Item> {
  let changed = false
  const pages = data.pages.map((page) => {
    const items = page.items.flatMap((item) => {
      const next = change(item)
      if (next !== item) changed = true
      return next === null ? [] : [next]
    })
    return { ...page, items }
  })
  return changed ? { ...data, pages } : data
}

/**
 * Puts an item where the order wants it (newest first, by `sortKey`). One older than everything read so far belongs to a page that was
 * not read yet and is left out, unless the list was read to its end; so is a newer one where newer pages are not read yet.
 */
export function insertItem<Item>(data: Pages<Item>, item: Item, sortKey: (item: Item) => string): Pages<Item> {
  const key = sortKey(item)
  const last = data.pages.length - 1
  for (const [index, page] of data.pages.entries()) {
    const at = page.items.findIndex((other) => sortKey(other) < key)
    const readToItsEnd = index === last && page.nextCursor === null
    if (at === -1 && !readToItsEnd) continue
    if (at === 0 && index === 0 && page.previousCursor) return data
    const items = at === -1 ? [...page.items, item] : page.items.toSpliced(at, 0, item)
    return { ...data, pages: data.pages.with(index, { ...page, items }) }
  }
  return data
}
