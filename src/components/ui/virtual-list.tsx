import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'

type VirtualListProps<Item> = {
  items: readonly Item[]
  itemKey: (item: Item) => string
  rowHeight: number
  label: string
  hasMore: boolean
  onEndReached: () => void
  /** Told whether the list stands at its top. */
  onTopChange?: (atTop: boolean) => void
  scrollRef?: RefObject<HTMLDivElement | null>
  children: (item: Item) => ReactNode
}

/** A list of any length of which only what is seen exists. j and k move the focus among its links. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, itemKey, rowHeight, label, hasMore, onEndReached, onTopChange, children } = props
  const ownRef = useRef<HTMLDivElement>(null)
  const ref = props.scrollRef ?? ownRef
  // oxlint-disable-next-line react/incompatible-library -- it returns functions; nothing here is memoized by a compiler
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => ref.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyAt(items, index, itemKey),
    overscan: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0

  useEffect(() => {
    if (hasMore && lastIndex >= items.length - 10) onEndReached()
  }, [hasMore, lastIndex, items.length, onEndReached])

  return (
    <div
      ref={ref}
      data-key-list
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      onScroll={(event) => onTopChange?.(event.currentTarget.scrollTop < 8)}
    >
      <ul aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <li
              key={row.key}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
            >
              {children(item)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function keyAt<Item>(items: readonly Item[], index: number, itemKey: (item: Item) => string) {
  const item = items[index]
  return item === undefined ? index : itemKey(item)
}
