import { Mic, MicOff } from 'lucide-react'
import { IconButton } from '../parts/icon-button.tsx'
import { canListen } from './use-listening.ts'

interface Props {
  listening: boolean
  onToggle: () => void
}

/** Speak instead of typing; where the browser cannot understand speech the button says so. */
export const ListenButton = ({ listening, onToggle }: Props) => {
  const able = canListen()
  const label = able
    ? listening
      ? 'Stop listening'
      : 'Speak instead of typing'
    : 'This browser does not understand speech: type'
  return (
    <IconButton
      icon={able ? Mic : MicOff}
      label={label}
      aria-pressed={listening}
      disabled={!able}
      onClick={onToggle}
      className={`size-10 ${listening ? 'animate-ring' : ''}`}
    />
  )
}
