import { useEffect, useRef, useState } from 'react'
import { previewTemplate } from '@/hooks/api/templates'
import { putDraft, setDraft, type Draft, type DraftTemplate } from '../messages/use-draft'
import { toastError } from '../toast-error'

/** Fills a draft from a template with the real recipient, again whenever one of its blanks is filled; the last wish wins. */
export function useTemplateFill(draftKey: string, to: string | null) {
  const [isFilling, setFilling] = useState(false)
  const wish = useRef<AbortController>(null)
  useEffect(() => () => wish.current?.abort(), [])

  async function fill(template: DraftTemplate, afterMilliseconds: number) {
    wish.current?.abort()
    const mine = new AbortController()
    wish.current = mine
    setFilling(true)
    try {
      await new Promise((resolve) => setTimeout(resolve, afterMilliseconds))
      if (mine.signal.aborted) return
      const { id, before, variables } = template
      const { body, missing } = await previewTemplate({ id, ...(to && { to }), variables }, mine.signal)
      const asked = [...new Set([...template.asked, ...missing])]
      putDraft(draftKey, { text: before + body, template: { ...template, asked }, blanks: missing })
    } catch (error) {
      if (!mine.signal.aborted) toastError('The template could not be filled.', error)
    } finally {
      if (wish.current === mine) setFilling(false)
    }
  }

  return {
    isFilling,
    choose: (id: string, before: string) => void fill({ id, before, asked: [], variables: {} }, 0),
    /** Fills blanks of the template that the draft is made of. */
    answer(draft: Draft, template: DraftTemplate, answered: Readonly<Record<string, string>>) {
      const next = { ...template, variables: { ...template.variables, ...answered } }
      putDraft(draftKey, { ...draft, template: next })
      void fill(next, 250)
    },
    /** Words written by hand: the template has no more say in them. */
    write(text: string) {
      wish.current?.abort()
      setFilling(false)
      setDraft(draftKey, text)
    },
  }
}
