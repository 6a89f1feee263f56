import { Fragment, useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { timelineKey } from '@/hooks/cache/apply-timeline'
import { itemsOf } from '@/hooks/cache/pages'
import { useHeldBack } from '@/hooks/use-held-back'
import { useNow } from '@/hooks/use-now'
import { useTimeline } from '@/hooks/useTimeline'
import type { Conversation } from '@/shared/schemas/message'
import type { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import type { TimelineItem } from '@/shared/schemas/timeline'
import { ErrorNotice } from '../ErrorNotice'
import { formatDay } from '../format/format-time'
import { NewRowsPill } from '../NewRowsPill'
import { DeletionReceipt } from './DeleteMessage'
import { OutgoingBubble } from './OutgoingBubble'
import { ThreadSkeleton } from './ThreadSkeleton'
import { TimelineEntry } from './TimelineEntry'
import { unconfirmedTexts } from './unconfirmed-texts'
import type { Outbox } from './use-outbox'
import { WaitingTexts } from './WaitingTexts'

type ThreadProps = { conversation: Conversation; sought: string | null; outbox: Outbox; onToEnd: () => void }

/**
 * What happened in a conversation, oldest first, read upwards page by page, and downwards where it was entered in its middle. The scroller is
 * laid out from its bottom, so older pages come in above without moving anything; what arrives while the reader is further up waits behind
 * a pill.
 */
export function Thread({ conversation, sought, outbox, onToEnd }: ThreadProps) {
  const timeline = useTimeline(conversation.id, sought)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = timeline
  const [receipt, setReceipt] = useState<MessageDeletionReceipt | null>(null)
  const scroller = useRef<HTMLElement>(null)
  const newestFirst = itemsOf(data)
  const { shown, held, release, onEndChange } = useHeldBack(newestFirst, timelineKey)
  const waiting = unconfirmedTexts(
    outbox.texts,
    newestFirst.flatMap((item) => (item.kind === 'message' ? item.message : [])),
  )
  const toEnd = useCallback(() => {
    release()
    scroller.current?.scrollTo({ top: 0 })
  }, [release])
  const waitingCount = outbox.texts.length
  useEffect(() => {
    if (waitingCount > 0) scroller.current?.scrollTo({ top: 0 })
  }, [waitingCount])
  useScrollTo(scroller, data === undefined ? null : sought)

  if (error && !data) {
    return (
      <div className="flex-1 p-4">
        <ErrorNotice error={error} what="The conversation could not be read." onRetry={() => void refetch()} />
      </div>
    )
  }
  if (!data) return <ThreadSkeleton />
  const endIsElsewhere = Boolean(data.pages[0]?.previousCursor)
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
          <Days items={shown.toReversed()} conversation={conversation} sought={sought} onDeleted={setReceipt} />
          {waiting.map((text) => (
            <OutgoingBubble key={text.key} text={text} outbox={outbox} />
          ))}
          {!endIsElsewhere && <WaitingTexts to={conversation.theirNumber} from={conversation.ourNumber} />}
          {endIsElsewhere && (
            <div className="flex justify-center gap-2 pt-3">
              <Button
                size="small"
                busy={timeline.isFetchingPreviousPage}
                onClick={() => void timeline.fetchPreviousPage({ cancelRefetch: false })}
              >
                Later
              </Button>
              <Button size="small" onClick={onToEnd}>
                To the newest
              </Button>
            </div>
          )}
        </div>
      </section>
      <NewRowsPill count={held} onShow={toEnd} direction="down" />
      <DeletionReceipt receipt={receipt} onClose={() => setReceipt(null)} />
    </div>
  )
}

type DaysProps = {
  items: readonly TimelineItem[]
  conversation: Conversation
  sought: string | null
  onDeleted: (receipt: MessageDeletionReceipt) => void
}

function Days({ items, conversation, sought, onDeleted }: DaysProps) {
  const now = useNow(60_000)
  return items.map((item, index) => {
    const day = formatDay(new Date(item.at), now)
    const before = items[index - 1]
    const newDay = !before || formatDay(new Date(before.at), now) !== day
    return (
      <Fragment key={item.id}>
        {newDay && (
          <h3 className="my-3 flex items-center gap-3 text-xs font-medium text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {day}
          </h3>
        )}
        <div className="contents" data-entry={item.id}>
          <TimelineEntry
            item={item}
            before={newDay ? undefined : before}
            conversation={conversation}
            sought={item.id === sought}
            onDeleted={onDeleted}
          />
        </div>
      </Fragment>
    )
  })
}

/** Brings the entry that somebody looked for into the middle, once it is there. */
function useScrollTo(scroller: RefObject<HTMLElement | null>, entryId: string | null) {
  useEffect(() => {
    if (entryId === null) return
    const entry = scroller.current?.querySelector(`[data-entry="${CSS.escape(entryId)}"]`)
    entry?.firstElementChild?.scrollIntoView({ block: 'center' })
  }, [scroller, entryId])
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
        Earlier
      </Button>
    </div>
  )
}
