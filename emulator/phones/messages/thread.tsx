import { MessageSquareText } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Message } from '../api/schemas.ts'
import { MessageBubble } from './message-bubble.tsx'

interface Props {
  messages: Message[]
  label: string
  hint: string
}

/** Oldest above, newest below and in view, unless the reader has scrolled up. */
export const Thread = ({ messages, label, hint }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    if (messages.length > 0 && atEnd.current) box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [messages])

  return (
    <section
      ref={box}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 48
      }}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-2 -outline-offset-2"
    >
      {messages.length === 0 ? (
        <div className="m-auto grid max-w-52 justify-items-center gap-2 text-center text-muted">
          <MessageSquareText aria-hidden size={28} strokeWidth={1.25} />
          <p>{hint}</p>
        </div>
      ) : (
        <ol className="mt-auto flex flex-col gap-2">
          {messages.map((message) => (
            <MessageBubble key={message.messageSid} message={message} />
          ))}
        </ol>
      )}
    </section>
  )
}
