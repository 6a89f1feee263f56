import { AlertDialog } from 'radix-ui'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { itemsOf } from '@/hooks/cache/pages'
import { useTimeline } from '@/hooks/useTimeline'
import { Time } from '../Time'
import { setDraft } from './use-draft'
import type { Answered, Outbox, OutgoingText } from './use-outbox'

type StaleThreadDialogProps = { conversationId: string; outbox: Outbox; onRead: () => void }

/** Stops a text when somebody else has answered in the meantime: shows their answer beside it and leaves the choice. */
export function StaleThreadDialog({ conversationId, outbox, onRead }: StaleThreadDialogProps) {
  const [readOf, setReadOf] = useState<string | null>(null)
  const text = outbox.texts.find(({ state, key }) => state === 'stopped' && key !== readOf)
  if (!text?.answered) return null
  const read = () => {
    setReadOf(text.key)
    // With files it stays in the thread, to be sent or discarded: the composer cannot take files back.
    if (text.mediaUrls.length === 0) {
      setDraft(conversationId, text.body)
      outbox.remove(text.key)
    }
    onRead()
  }
  return <Stopped text={text} answered={text.answered} conversationId={conversationId} outbox={outbox} onRead={read} />
}

type StoppedProps = StaleThreadDialogProps & { text: OutgoingText; answered: Answered }

function Stopped({ text, answered, conversationId, outbox, onRead }: StoppedProps) {
  const { data } = useTimeline(conversationId)
  const answer = itemsOf(data).find((item) => item.id === answered.messageId)
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onRead()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <AlertDialog.Content className="fixed inset-x-3 top-[16dvh] z-40 mx-auto max-w-md animate-appear rounded-xl border bg-surface p-5 shadow-floating">
          <AlertDialog.Title className="text-lg font-semibold">{answered.by} has answered already</AlertDialog.Title>
          <AlertDialog.Description className="mt-1 text-ink-soft">
            <Time at={answered.at} />, while you wrote. Your text was not sent.
          </AlertDialog.Description>
          <dl className="mt-4 grid gap-3">
            <Words who={answered.by} className="bg-accent-soft">
              {answer?.kind === 'message' ? answer.message.body || 'An attachment' : '…'}
            </Words>
            <Words who="You, not sent" className="border border-dashed border-line-strong">
              {text.body || 'A file'}
            </Words>
          </dl>
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={() => outbox.sendAnyway(text)}>Send anyway</Button>
            <AlertDialog.Cancel asChild>
              <Button variant="primary">Read it</Button>
            </AlertDialog.Cancel>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

function Words({ who, className, children }: { who: string; className: string; children: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-faint">{who}</dt>
      <dd dir="auto" className={`mt-1 line-clamp-4 rounded-xl px-3 py-2 break-words whitespace-pre-wrap ${className}`}>
        {children}
      </dd>
    </div>
  )
}
