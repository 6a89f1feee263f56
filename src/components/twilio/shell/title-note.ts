import { useSyncExternalStore } from 'react'

let note: string | null = null
const watchers = new Set<() => void>()

/** What the browser tab says in place of the page's name for a while, such as who calls; null: nothing. */
export function setTitleNote(next: string | null) {
  note = next
  for (const watch of watchers) watch()
}

export function useTitleNote() {
  return useSyncExternalStore(watch, () => note)
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}
