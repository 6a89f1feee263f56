import { ChevronRight, CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { useId, useState } from 'react'
import type { Webhook } from '../api/schemas.ts'
import { formatExactTime, formatTimeWithSeconds } from '../format/format-time.ts'
import { WebhookDetail } from './webhook-detail.tsx'

const okBelow = 400

const Outcome = ({ webhook }: { webhook: Webhook }) => {
  if (webhook.error !== '') {
    return (
      <span className="flex items-center gap-1 text-bad-ink">
        <CircleAlert aria-hidden size={14} />
        failed
      </span>
    )
  }
  if (!webhook.answer) {
    return (
      <span className="flex items-center gap-1 text-muted">
        <LoaderCircle aria-hidden size={14} className="animate-spin" />
        waits
      </span>
    )
  }
  const good = webhook.answer.status < okBelow
  const Icon = good ? CircleCheck : CircleAlert
  return (
    <span className={`flex items-center gap-1 ${good ? 'text-good-ink' : 'text-bad-ink'}`}>
      <Icon aria-hidden size={14} />
      {webhook.answer.status}
    </span>
  )
}

const derivePath = (url: string): string => {
  const parsed = URL.parse(url)
  return parsed ? parsed.pathname + parsed.search : url
}

export const WebhookRow = ({ webhook }: { webhook: Webhook }) => {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <li className="border-b border-line">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="grid w-full grid-cols-[16px_1fr_auto_auto] items-center gap-x-2 px-3 py-2 text-left text-xs -outline-offset-2 hover:bg-hover"
      >
        <ChevronRight aria-hidden size={14} className={`text-muted transition-transform ${open ? 'rotate-90' : ''}`} />
        <span className="truncate font-medium">{webhook.kind === '' ? webhook.method : webhook.kind}</span>
        <Outcome webhook={webhook} />
        <span className="min-w-14 justify-self-end text-right text-muted">
          {webhook.ms == null ? '–' : `${Math.round(webhook.ms)} ms`}
        </span>
        <span className="col-span-2 col-start-2 truncate text-muted">{derivePath(webhook.url)}</span>
        <time
          dateTime={webhook.at}
          title={formatExactTime(webhook.at)}
          className="text-right whitespace-nowrap text-muted"
        >
          {formatTimeWithSeconds(webhook.at)}
        </time>
      </button>
      {open ? <WebhookDetail id={id} webhook={webhook} /> : null}
    </li>
  )
}
