import { Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useColleagues } from '@/hooks/useColleagues'
import { useMe } from '@/hooks/useMe'
import { useDeleteNote } from '@/hooks/useTimeline'
import { findMentions } from '@/shared/conversations/find-mentions'
import type { Note } from '@/shared/schemas/note'
import { formatClockTime, formatExactTime } from '../format/format-time'
import { toastError } from '../toast-error'

/** What the team says among itself: never sent, and it does not look like a text. */
export function NoteBubble({ note, sought }: { note: Note; sought: boolean }) {
  const { data: me } = useMe()
  const [asking, setAsking] = useState(false)
  const { mutate } = useDeleteNote()
  const at = new Date(note.createdAt)
  const mayDelete = me?.role === 'admin' || note.author === `operator:${me?.id}`
  const remove = () =>
    mutate(
      { id: note.conversationId, noteId: note.id },
      { onError: (error) => toastError('The note was not deleted.', error) },
    )
  return (
    <div className="group mt-2 flex max-w-[85%] flex-col items-end gap-1 self-end md:max-w-[75%]">
      <div
        title={formatExactTime(at)}
        className={cn(
          'rounded-xl border border-caution/25 bg-caution-soft px-3.5 py-2',
          sought && 'outline-2 outline-offset-2 outline-focus',
        )}
      >
        <p dir="auto" className="break-words whitespace-pre-wrap">
          <NoteWords body={note.body} />
        </p>
      </div>
      <p className="flex h-5 items-center gap-2 px-1 text-xs text-ink-faint">
        <span className="flex items-center gap-1 font-medium text-caution">
          <Lock aria-hidden className="size-3" /> Note
        </span>
        <span>{note.author === `operator:${me?.id}` ? 'You' : note.authorName}</span>
        <time dateTime={note.createdAt} title={formatExactTime(at)} className="tabular">
          {formatClockTime(at)}
        </time>
        {mayDelete && (
          <Button
            variant="quiet"
            size="icon-small"
            label="Delete the note"
            className="size-5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 [&_svg]:size-3.5"
            onClick={() => setAsking(true)}
          >
            <Trash2 aria-hidden />
          </Button>
        )}
      </p>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete the note?"
        description="It is gone for everybody, with the mentions in it."
        action="Delete"
        onConfirm={remove}
      />
    </div>
  )
}

function NoteWords({ body }: { body: string }) {
  const { data: colleagues } = useColleagues()
  const { data: me } = useMe()
  return findMentions(body, colleagues ?? []).map((part, index) =>
    part.people.length === 0 ? (
      part.text
    ) : (
      <span
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one note, which change together
        key={index}
        className={cn(
          'rounded px-0.5 font-medium text-accent-ink',
          part.people.some((person) => person.id === me?.id) && 'bg-accent-soft',
        )}
      >
        {part.text}
      </span>
    ),
  )
}
