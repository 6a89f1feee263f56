import { CircleDot, type LucideIcon, Music, Volume2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Heard } from '../api/schemas.ts'
import { formatExactTime } from '../format/format-time.ts'

const looks: Record<string, { icon: LucideIcon; word: string }> = {
  say: { icon: Volume2, word: 'Says' },
  play: { icon: Music, word: 'Plays' },
  beep: { icon: CircleDot, word: 'Beep' },
}

const HeardItem = ({ item }: { item: Heard }) => {
  const look = looks[item.verb]
  const Icon = look?.icon ?? CircleDot
  const word = look?.word ?? item.verb
  return (
    <li className="flex gap-2" title={formatExactTime(item.at)}>
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 wrap-anywhere">
        <span className={item.text === '' ? 'text-muted' : 'sr-only'}>{word} </span>
        {item.text === '' ? null : <span>{item.text} </span>}
        {item.digits === '' ? null : <span className="font-medium">{item.digits} </span>}
        {item.url === '' ? null : (
          <a href={item.url} target="_blank" rel="noreferrer" className="text-accent-ink underline">
            {item.url}
          </a>
        )}
      </div>
    </li>
  )
}

/** What the person on this handset has heard so far, the newest in view and read out. */
export const HeardList = ({ heard, label }: { heard: Heard[]; label: string }) => {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (heard.length > 0) end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [heard])
  return (
    <div
      ref={end}
      role="log"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="min-h-16 flex-1 overflow-y-auto rounded-xl bg-raised p-3 text-[13px]"
    >
      {heard.length === 0 ? (
        <p className="text-muted">Nothing heard.</p>
      ) : (
        <ol className="grid gap-2">
          {heard.map((item, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list only ever grows at its end
            <HeardItem key={index} item={item} />
          ))}
        </ol>
      )}
    </div>
  )
}
