import {
  AlarmClock,
  AlarmClockOff,
  Check,
  MessageSquare,
  MessageSquareOff,
  RotateCcw,
  UserRoundCheck,
  UserRoundX,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useMe } from '@/hooks/useMe'
import type { ConversationChange } from '@/shared/schemas/conversation'
import type { OptOut } from '@/shared/schemas/opt-out'
import { formatClockTime, formatExactTime } from '../format/format-time'
import { changeWords, optOutWords } from './change-words'

const icons = {
  assigned: UserRoundCheck,
  unassigned: UserRoundX,
  snoozed: AlarmClock,
  done: Check,
  reopened: RotateCcw,
  woke: AlarmClockOff,
} as const

/** What was done with the conversation, between the texts and quieter than they. */
export function ChangeLine({ change }: { change: ConversationChange }) {
  const { data: me } = useMe()
  const until = change.until ? shortTime(new Date(change.until)) : ''
  return (
    <QuietLine
      icon={icons[change.what]}
      at={change.at}
      words={changeWords(change, change.by === `operator:${me?.id}`, until)}
    />
  )
}

export function OptOutLine({ optOut }: { optOut: OptOut }) {
  const icon = optOut.kind === 'opted_out' ? MessageSquareOff : MessageSquare
  return <QuietLine icon={icon} at={optOut.recordedAt} words={optOutWords(optOut)} />
}

function QuietLine({ icon: Icon, at, words }: { icon: LucideIcon; at: string; words: string }) {
  const date = new Date(at)
  return (
    <p className="mt-2 flex items-center gap-1.5 self-center px-3 text-center text-xs text-ink-faint">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="break-words">{words}</span>
      <time dateTime={at} title={formatExactTime(date)} className="shrink-0 tabular">
        · {formatClockTime(date)}
      </time>
    </p>
  )
}

function shortTime(at: Date) {
  return at.toLocaleString(undefined, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
}
