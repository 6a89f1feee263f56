import { BellOff, BellRing, Clock, ListTree, Moon, Sun, Volume2, VolumeX } from 'lucide-react'
import { canSpeak } from '../sound/can-speak.ts'
import { ConnectionNote } from './connection-note.tsx'
import { TopBarButton } from './top-bar-button.tsx'
import { useTheme } from './use-theme.ts'

export type Panel = 'webhooks' | 'emulator'

interface Choice {
  on: boolean
  toggle: () => void
}

interface Props {
  ring: Choice
  speech: Choice
  panel: Panel | undefined
  onPanel: (panel: Panel) => void
}

export const TopBar = ({ ring, speech, panel, onPanel }: Props) => {
  const { theme, toggle } = useTheme()
  const speaks = canSpeak()
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface pr-2 pl-4">
      <h1 className="text-[15px] font-semibold whitespace-nowrap">
        Phones <span className="hidden font-normal text-muted sm:inline">on a local Twilio</span>
      </h1>
      <ConnectionNote />
      <div className="flex-1" />
      <TopBarButton
        icon={speech.on ? Volume2 : VolumeX}
        word={speaks ? 'Speak calls' : 'Play calls (this browser cannot speak)'}
        aria-pressed={speech.on}
        onClick={speech.toggle}
      />
      <TopBarButton icon={ring.on ? BellRing : BellOff} word="Ring tone" aria-pressed={ring.on} onClick={ring.toggle} />
      <TopBarButton icon={theme === 'dark' ? Sun : Moon} word={theme === 'dark' ? 'Light' : 'Dark'} onClick={toggle} />
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <TopBarButton
        icon={ListTree}
        word="Webhooks"
        aria-expanded={panel === 'webhooks'}
        onClick={() => onPanel('webhooks')}
      />
      <TopBarButton
        icon={Clock}
        word="Emulator"
        aria-expanded={panel === 'emulator'}
        onClick={() => onPanel('emulator')}
      />
    </header>
  )
}
