import { CircleDot, type LucideIcon, MessageCircle, Music, Volume2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { callDetailOf } from '../api/resources.ts'
import type { Heard } from '../api/schemas.ts'
import { useResource } from '../api/use-resource.ts'
import { useContactName } from '../desk/use-contact-name.ts'
import { formatExactTime } from '../format/format-time.ts'
import { SoundButton } from '../sound/sound-button.tsx'
import { deriveThisParty } from './derive-call-state.ts'

const looks: Record<string, { icon: LucideIcon; word: string }> = {
  say: { icon: Volume2, word: 'Says' },
  play: { icon: Music, word: 'Plays' },
  beep: { icon: CircleDot, word: 'Beep' },
  speech: { icon: MessageCircle, word: 'Says' },
}

/** Who spoke on the other end of the line. */
const Speaker = ({ callSid }: { callSid: string }) => {
  const nameOf = useContactName()
  const { data: call } = useResource(callDetailOf.of(callSid))
  if (!call) return null
  return <span className="font-medium">{nameOf(deriveThisParty(call))}: </span>
}

const deriveFileName = (url: string): string => URL.parse(url)?.pathname.split('/').at(-1) || url

/** A sound of this machine can be played here; of others only the address is known. */
const HeardSound = ({ item: { url, soundUrl } }: { item: Heard }) => (
  <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
    <a
      href={soundUrl === '' ? url : soundUrl}
      target="_blank"
      rel="noreferrer"
      title={url}
      className="text-accent-ink underline"
    >
      {deriveFileName(url)}
    </a>
    {soundUrl === '' ? (
      <span className="text-muted">(not on this machine)</span>
    ) : (
      <SoundButton url={soundUrl} label={deriveFileName(url)} />
    )}
  </span>
)

const HeardItem = ({ item }: { item: Heard }) => {
  const look = looks[item.verb]
  const Icon = look?.icon ?? CircleDot
  const word = look?.word ?? item.verb
  return (
    <li className={`flex gap-2 ${item.soundUrl === '' ? '' : 'items-center'}`} title={formatExactTime(item.at)}>
      <Icon aria-hidden size={16} className={`shrink-0 text-muted ${item.soundUrl === '' ? 'mt-0.5' : ''}`} />
      <div className="min-w-0 wrap-anywhere">
        <span className={item.text === '' ? 'text-muted' : 'sr-only'}>{word} </span>
        {item.from === '' ? null : <Speaker callSid={item.from} />}
        {item.text === '' ? null : <span>{item.text} </span>}
        {item.digits === '' ? null : <span className="font-medium">{item.digits} </span>}
        {item.url === '' ? null : <HeardSound item={item} />}
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
