import { useState } from 'react'
import { freeze, holdBack } from './cache/hold-back'

/** Holds new rows back while the reader is away from the newest end; `release` shows them. */
export function useHeldBack<Item extends { id: string }>(items: readonly Item[], sortKey: (item: Item) => string) {
  const [frozen, setFrozen] = useState<ReturnType<typeof freeze> | null>(null)
  const { shown, held } = holdBack(items, frozen, idOf, sortKey)
  return {
    shown,
    held,
    release: () => setFrozen(null),
    /** Told by the list whether its newest end is in sight. */
    onEndChange: (atNewest: boolean) =>
      setFrozen((current) => (atNewest ? null : (current ?? freeze(items, idOf, sortKey)))),
  }
}

function idOf(item: { id: string }) {
  return item.id
}
