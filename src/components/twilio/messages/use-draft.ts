import { useSyncExternalStore } from 'react'

const drafts = new Map<string, string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What was begun in a conversation stays there while one looks elsewhere. */
export function useDraft(conversationId: string) {
  const draft = useSyncExternalStore(subscribe, () => drafts.get(conversationId) ?? '')
  return [draft, (text: string) => setDraft(conversationId, text)] as const
}

/** Puts words into a conversation's composer. */
export function setDraft(conversationId: string, text: string) {
  if (text === '') drafts.delete(conversationId)
  else drafts.set(conversationId, text)
  for (const listener of listeners) listener()
}
