import { BellOff, BellRing, Clock, ListTree, Moon, Sun, Volume2, VolumeX } from 'lucide-react'
import { IconButton } from '../parts/icon-button.tsx'
import { canSpeak } from '../sound/use-speaker.ts'
import { ConnectionNote } from './connection-note.tsx'
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
      <h1 className="text-[15px] font-semibold">Phones</h1>
      <ConnectionNote />
      <div className="flex-1" />
      <IconButton
        icon={speech.on ? Volume2 : VolumeX}
        label={speaks ? 'Speak calls aloud' : 'This browser cannot speak'}
        aria-pressed={speaks && speech.on}
        disabled={!speaks}
        onClick={speech.toggle}
      />
      <IconButton icon={ring.on ? BellRing : BellOff} label="Ring aloud" aria-pressed={ring.on} onClick={ring.toggle} />
      <IconButton
        icon={theme === 'dark' ? Sun : Moon}
        label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
        onClick={toggle}
      />
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <IconButton
        icon={ListTree}
        label="Webhooks"
        aria-expanded={panel === 'webhooks'}
        onClick={() => onPanel('webhooks')}
      />
      <IconButton
        icon={Clock}
        label="Clock, account, reset"
        aria-expanded={panel === 'emulator'}
        onClick={() => onPanel('emulator')}
      />
    </header>
  )
}
