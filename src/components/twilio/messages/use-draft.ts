import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { createSessionStore } from '@/hooks/session-store'

/** The template that a draft is made of, until somebody writes into it by hand. `before`: words that stood there when it was chosen. */
const DraftTemplate = z.object({
  id: z.string(),
  before: z.string(),
  asked: z.array(z.string()).readonly(),
  variables: z.record(z.string(), z.string()).readonly(),
})
export type DraftTemplate = z.infer<typeof DraftTemplate>

/** A text that is being written. `blanks`: what a template left open in it, as `[name]`. */
const Draft = z.object({ text: z.string(), template: DraftTemplate.nullable(), blanks: z.array(z.string()).readonly() })
export type Draft = z.infer<typeof Draft>

const empty: Draft = { text: '', template: null, blanks: [] }

/** What was begun under a key, such as a conversation's id. */
export const drafts = createSessionStore('drafts', Draft, (draft) => draft)

/** It stays there while one looks elsewhere, and over a reload. */
export function useWholeDraft(key: string): Draft {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(key) ?? empty)
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
  drafts.set(key, draft.text === '' && draft.template === null ? null : draft)
}

/** Where a text to a number without a conversation is kept. */
export const newTextKey = 'new text'

/** What is still open in a draft, by name: it cannot be sent so. */
export function openBlanks({ text, blanks }: Draft): string[] {
  return blanks.filter((name) => text.includes(`[${name}]`))
}
