import { useState } from 'react'

const drafts = new Map<string, string>()

/** What was begun in a conversation stays there while one looks elsewhere. */
export function useDraft(conversationId: string) {
  const [draft, setDraft] = useState(() => drafts.get(conversationId) ?? '')
  const set = (text: string) => {
    if (text === '') drafts.delete(conversationId)
    else drafts.set(conversationId, text)
    setDraft(text)
  }
  return [draft, set] as const
}
