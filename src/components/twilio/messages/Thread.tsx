import { Fragment, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { itemsOf } from '@/hooks/cache/pages'
import { useHeldBack } from '@/hooks/use-held-back'
import { useNow } from '@/hooks/use-now'
import { useThread } from '@/hooks/useConversations'
import type { Message } from '@/shared/schemas/message'
import type { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import { ErrorNotice } from '../ErrorNotice'
import { formatDay } from '../format/format-time'
import { NewRowsPill } from '../NewRowsPill'
import { DeletionReceipt } from './DeleteMessage'
import { MessageBubble } from './MessageBubble'
import { OutgoingBubble } from './OutgoingBubble'
import { ThreadSkeleton } from './ThreadSkeleton'
import { unconfirmedTexts } from './unconfirmed-texts'
import type { Outbox } from './use-outbox'

/**
 * The texts of a conversation, oldest first, read upwards page by page. The scroller is laid out from its bottom, so older pages come in
 * above without moving anything; texts that arrive while the reader is further up wait behind a pill.
 */
export function Thread({ conversationId, outbox }: { conversationId: string; outbox: Outbox }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useThread(conversationId)
  const [receipt, setReceipt] = useState<MessageDeletionReceipt | null>(null)
  const scroller = useRef<HTMLElement>(null)
  const newestFirst = itemsOf(data)
  const { shown, held, release, onEndChange } = useHeldBack(newestFirst, createdAtOf)
  const waiting = unconfirmedTexts(outbox.texts, newestFirst)
  const toEnd = useCallback(() => {
    release()
    scroller.current?.scrollTo({ top: 0 })
  }, [release])
  const waitingCount = outbox.texts.length
  useEffect(() => {
    if (waitingCount > 0) scroller.current?.scrollTo({ top: 0 })
  }, [waitingCount])

  if (error && !data) {
    return (
      <div className="flex-1 p-4">
        <ErrorNotice error={error} what="The texts could not be read." onRetry={() => void refetch()} />
      </div>
    )
  }
  if (!data) return <ThreadSkeleton />
  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={scroller}
        aria-label="Texts"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroller without links in it must be reachable to be scrolled
        tabIndex={0}
        onScroll={(event) => onEndChange(event.currentTarget.scrollTop > -24)}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-3 outline-offset-[-2px] md:px-5"
      >
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-1 py-4">
          {hasNextPage && (
            <EarlierTexts busy={isFetchingNextPage} onReached={() => void fetchNextPage({ cancelRefetch: false })} />
          )}
          <Days messages={shown.toReversed()} onDeleted={setReceipt} />
          {waiting.map((text) => (
            <OutgoingBubble key={text.key} text={text} outbox={outbox} />
          ))}
        </div>
      </section>
      <NewRowsPill count={held} onShow={toEnd} direction="down" />
      <DeletionReceipt receipt={receipt} onClose={() => setReceipt(null)} />
    </div>
  )
}

function Days({
  messages,
  onDeleted,
}: {
  messages: readonly Message[]
  onDeleted: (receipt: MessageDeletionReceipt) => void
}) {
  const now = useNow(60_000)
  return messages.map((message, index) => {
    const day = formatDay(new Date(message.createdAt), now)
    const before = messages[index - 1]
    const newDay = !before || formatDay(new Date(before.createdAt), now) !== day
    return (
      <Fragment key={message.id}>
        {newDay && (
          <h3 className="my-3 flex items-center gap-3 text-xs font-medium text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {day}
          </h3>
        )}
        <MessageBubble
          message={message}
          continues={!newDay && before?.direction === message.direction}
          onDeleted={onDeleted}
        />
      </Fragment>
    )
  })
}

/** Reads earlier texts when it comes into sight; a button for those who do not scroll. */
function EarlierTexts({ busy, onReached }: { busy: boolean; onReached: () => void }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onReached(), {
      rootMargin: '200px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onReached])
  return (
    <div ref={ref} className="flex justify-center pb-2">
      <Button variant="quiet" size="small" busy={busy} onClick={onReached}>
        Earlier texts
      </Button>
    </div>
  )
}

function createdAtOf(message: Message) {
  return message.createdAt
}
