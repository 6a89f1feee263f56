type Frozen = { order: string[]; newest: string }

/** What a list looked like when its reader scrolled away from the newest end. */
export function freeze<Item>(
  items: readonly Item[],
  id: (item: Item) => string,
  sortKey: (item: Item) => string,
): Frozen {
  return { order: items.map(id), newest: items[0] ? sortKey(items[0]) : '' }
}

/**
 * The list (newest first) as a reader who scrolled away should see it: the known rows where they were, changed in place; older ones
 * that were read meanwhile after them; newer ones counted but held back, so that nothing moves under the pointer.
 */
export function holdBack<Item>(
  items: readonly Item[],
  frozen: Frozen | null,
  id: (item: Item) => string,
  sortKey: (item: Item) => string,
): { shown: readonly Item[]; held: number } {
  if (frozen === null) return { shown: items, held: 0 }
  const byId = new Map(items.map((item) => [id(item), item]))
  const known = new Set(frozen.order)
  const kept = frozen.order.flatMap((key) => byId.get(key) ?? [])
  const isNewer = (item: Item) => sortKey(item) > frozen.newest
  const older = items.filter((item) => !known.has(id(item)) && !isNewer(item))
  return { shown: [...kept, ...older], held: items.filter(isNewer).length }
}
