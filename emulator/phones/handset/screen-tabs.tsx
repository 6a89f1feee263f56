import { type LucideIcon, MessageCircle, Phone, Settings2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'

export type Screen = 'messages' | 'phone' | 'settings'

const tabs: { screen: Screen; word: string; icon: LucideIcon }[] = [
  { screen: 'messages', word: 'Messages', icon: MessageCircle },
  { screen: 'phone', word: 'Phone', icon: Phone },
  { screen: 'settings', word: 'Settings', icon: Settings2 },
]

interface Props {
  id: string
  current: Screen
  inCall: boolean
  unseen: { messages: number; phone: number }
  onChange: (screen: Screen) => void
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** A dot while a call runs, else how much is new. */
const Mark = ({ runs, count }: { runs: boolean; count: number }) => {
  if (runs) {
    return (
      <>
        <span aria-hidden className="absolute top-1.5 left-1/2 ml-2 size-2 rounded-full bg-good" />
        <span className="sr-only">(call running)</span>
      </>
    )
  }
  return count === 0 ? null : (
    <span className="absolute top-0.5 left-1/2 ml-2 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-semibold text-white">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> new</span>
    </span>
  )
}

/** The bar at the foot of a handset: one tab stop, arrow keys move. */
export const ScreenTabs = ({ id, current, inCall, unseen, onChange }: Props) => {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const index = tabs.findIndex((tab) => tab.screen === current)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.screen)
    document.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.screen}`)}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="Screens" className="grid grid-cols-3 border-t border-line px-2 pt-1 pb-2">
      {tabs.map(({ screen, word, icon: Icon }) => {
        const count = screen === 'settings' ? 0 : unseen[screen]
        return (
          <button
            key={screen}
            type="button"
            role="tab"
            id={`${id}-${screen}`}
            aria-selected={current === screen}
            aria-controls={`${id}-panel`}
            tabIndex={current === screen ? 0 : -1}
            onClick={() => onChange(screen)}
            onKeyDown={onKeyDown}
            className="relative flex h-12 flex-col items-center justify-center gap-0.5 rounded-xl text-xs text-muted hover:bg-hover aria-selected:font-medium aria-selected:text-accent-ink"
          >
            <Icon aria-hidden size={20} strokeWidth={current === screen ? 2 : 1.5} />
            {word}
            <Mark runs={screen === 'phone' && inCall} count={count} />
          </button>
        )
      })}
    </div>
  )
}
