import { StickyNote } from 'lucide-react'
import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Textarea } from '@/components/ui/input'
import { useActionKey } from '@/hooks/use-action-key'
import { useFocusOnMount } from '@/hooks/use-focus-on-mount'
import { useColleagues } from '@/hooks/useColleagues'
import { useForbidden } from '@/hooks/useMe'
import { useAddNote } from '@/hooks/useTimeline'
import type { Colleague } from '@/shared/schemas/conversation'
import { toastError } from '../toast-error'
import { colleaguesFor, mentionBegun } from './mention-begun'
import { useDraft } from './use-draft'

/** Where an internal note is written. `@` offers colleagues; Enter adds it, Shift Enter breaks the line. */
export function NoteComposer({ conversationId }: { conversationId: string }) {
  const [draft, setDraft] = useDraft(`note ${conversationId}`)
  const field = useFocusOnMount<HTMLTextAreaElement>(true)
  const form = useRef<HTMLFormElement>(null)
  const { mutate, isPending } = useAddNote()
  const key = useActionKey(`${conversationId} ${draft}`)
  const forbidden = useForbidden()('conversations.write')
  const reason = forbidden ?? (draft.trim() === '' ? 'Write a note first.' : undefined)
  const mention = useMentionChoice(draft, (text, caret) => {
    // At once: the next key may be pressed before another frame is drawn.
    flushSync(() => setDraft(text))
    field.current?.setSelectionRange(caret, caret)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason || isPending) return
    mutate(
      { id: conversationId, body: draft, idempotencyKey: key.current() },
      {
        onSuccess: () => {
          key.renew()
          setDraft('')
        },
        onError: (error) => toastError('The note was not added.', error),
      },
    )
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mention.onKeyDown(event)) return
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  return (
    <form ref={form} onSubmit={submit} className="px-3 pb-2 md:px-5">
      <div className="relative mx-auto max-w-3xl">
        <MentionChoices {...mention} />
        <div className="flex items-end gap-2">
          <Textarea
            ref={field}
            aria-label="Note"
            placeholder={forbidden ?? 'A note for your colleagues; @ mentions somebody'}
            rows={1}
            readOnly={forbidden !== undefined}
            value={draft}
            onChange={(event) => {
              setDraft(event.target.value)
              mention.onType(event.target.value, event.target.selectionStart)
            }}
            onKeyDown={onKeyDown}
            className="field-sizing-content max-h-40 min-h-10 resize-none border-caution/40 bg-caution-soft py-2.5"
          />
          <Button
            type="submit"
            size="icon"
            className="size-10"
            label="Add the note"
            shortcut="Enter"
            busy={isPending}
            disabledReason={reason}
          >
            <StickyNote aria-hidden />
          </Button>
        </div>
        <p className="mt-1.5 min-h-4 text-xs text-ink-faint">Never sent: only your colleagues see it</p>
      </div>
    </form>
  )
}

/** Which colleagues are offered for the name begun before the caret, and which of them is chosen. */
function useMentionChoice(draft: string, replace: (text: string, caret: number) => void) {
  const { data: colleagues } = useColleagues()
  const [begun, setBegun] = useState<ReturnType<typeof mentionBegun>>(null)
  const [chosen, setChosen] = useState(0)
  const offered = begun ? colleaguesFor(begun.typed, colleagues ?? []).slice(0, 6) : []
  const choose = (person: Colleague | undefined) => {
    if (!begun || !person) return
    const end = begun.from + 1 + begun.typed.length
    const text = `${draft.slice(0, begun.from)}@${person.name} ${draft.slice(end).trimStart()}`
    replace(text, begun.from + person.name.length + 2)
    setBegun(null)
  }
  return {
    offered,
    chosen,
    choose,
    onType(text: string, caret: number) {
      setBegun(mentionBegun(text, caret))
      setChosen(0)
    },
    /** Whether the key was about the offer. */
    onKeyDown(event: KeyboardEvent) {
      if (offered.length === 0) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) setChosen((chosen + step + offered.length) % offered.length)
      else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[chosen])
      else if (event.key === 'Escape') setBegun(null)
      else return false
      event.preventDefault()
      return true
    },
  }
}

function MentionChoices({ offered, chosen, choose }: ReturnType<typeof useMentionChoice>) {
  return (
    <>
      <output className="sr-only">{offered[chosen] ? `Mention ${offered[chosen].name}: press Enter` : ''}</output>
      {offered.length > 0 && (
        <ul
          aria-label="Colleagues"
          className="absolute bottom-full left-0 z-20 mb-1 w-64 rounded-lg border bg-surface p-1 shadow-floating"
        >
          {offered.map((person, index) => (
            <li key={person.id}>
              <button
                type="button"
                tabIndex={-1}
                className={cn(
                  'flex h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover',
                  index === chosen && 'bg-selected',
                )}
                // Before the field loses the focus.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(person)}
              >
                <Avatar name={person.name} className="size-5 text-[0.625rem]" />
                <span className="truncate">{person.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
