import { useSyncExternalStore } from 'react'

/** A text that is being written. `blanks`: what a template left open in it, as `[name]`. */
export type Draft = { text: string; template: DraftTemplate | null; blanks: readonly string[] }

/** The template that a draft is made of, until somebody writes into it by hand. `before`: words that stood there when it was chosen. */
export type DraftTemplate = {
  id: string
  before: string
  asked: readonly string[]
  variables: Readonly<Record<string, string>>
}

const empty: Draft = { text: '', template: null, blanks: [] }
const drafts = new Map<string, Draft>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What was begun under a key, such as a conversation's id; it stays there while one looks elsewhere. */
export function useWholeDraft(key: string): Draft {
  return useSyncExternalStore(subscribe, () => drafts.get(key) ?? empty)
}

/** Its words alone, and how to write them by hand. */
export function useDraft(key: string) {
  return [useWholeDraft(key).text, (text: string) => setDraft(key, text)] as const
}

/** Writes a draft's words as by hand: what a template left open in them stays open. */
export function setDraft(key: string, text: string) {
  putDraft(key, { text, template: null, blanks: text === '' ? [] : (drafts.get(key)?.blanks ?? []) })
}

export function putDraft(key: string, draft: Draft) {
  if (draft.text === '' && draft.template === null) drafts.delete(key)
  else drafts.set(key, draft)
  for (const listener of listeners) listener()
}

/** Takes what was begun under one key along to another, unless something stands there. */
export function moveDraft(from: string, to: string) {
  const moved = drafts.get(from)
  if (!moved || drafts.has(to)) return
  drafts.delete(from)
  putDraft(to, moved)
}

/** Where a text to a number without a conversation is kept. */
export const newTextKey = 'new text'

/** What is still open in a draft, by name: it cannot be sent so. */
export function openBlanks({ text, blanks }: Draft): string[] {
  return blanks.filter((name) => text.includes(`[${name}]`))
}
