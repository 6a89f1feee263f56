import { CircleHelp, CircleX, Hourglass } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Outbox, OutgoingText } from './use-outbox'

const looks = {
  'handing-over': { word: 'Handing over…', icon: Hourglass, tone: 'text-ink-faint' },
  refused: { word: 'Not sent', icon: CircleX, tone: 'text-negative' },
  unsure: { word: 'Not sure it was sent', icon: CircleHelp, tone: 'text-caution' },
  stopped: { word: 'Not sent', icon: CircleX, tone: 'text-caution' },
} as const

/** Its words, and how many files go with it. */
function messagePreviewOf({ body, mediaUrls }: OutgoingText) {
  const files =
    mediaUrls.length === 0 ? '' : mediaUrls.length === 1 ? 'With one file' : `With ${mediaUrls.length} files`
  return [body, files].filter((part) => part !== '').join('\n')
}

/** A text that the server has not confirmed: dashed, with what is known about it. */
export function OutgoingBubble({ text, outbox }: { text: OutgoingText; outbox: Outbox }) {
  const { word, icon: Icon, tone } = looks[text.state]
  return (
    <div className="mt-2 flex max-w-[85%] flex-col items-end gap-1 self-end md:max-w-[75%]">
      <p
        dir="auto"
        className="rounded-2xl rounded-br-md border border-dashed border-line-strong bg-surface px-3.5 py-2 break-words whitespace-pre-wrap"
      >
        {messagePreviewOf(text)}
      </p>
      <p className={`flex items-center gap-1 px-1 text-xs ${tone}`}>
        <Icon aria-hidden className="size-3.5" /> {word}
      </p>
      {text.reason && (
        <div role="alert" className="flex max-w-prose flex-col gap-2 rounded-lg bg-sunken px-3 py-2 text-sm">
          <p>{text.reason}</p>
          <p className="flex gap-2">
            {text.state === 'stopped' && (
              <Button size="small" onClick={() => outbox.sendAnyway(text)}>
                Send anyway
              </Button>
            )}
            {text.state === 'unsure' && (
              <Button size="small" onClick={() => outbox.tryAgain(text)}>
                Try again safely
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={() => outbox.remove(text.key)}>
              Discard
            </Button>
          </p>
        </div>
      )}
    </div>
  )
}
