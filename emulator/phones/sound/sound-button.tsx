import { Play, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'

interface Props {
  url: string
  /** What it is, for a screen reader. */
  label: string
}

/** Lets a sound be heard that the emulator has; says so where the browser cannot play its kind. */
export const SoundButton = ({ url, label }: Props) => {
  const audio = useRef<HTMLAudioElement | undefined>(undefined)
  const [state, setState] = useState<'silent' | 'playing' | 'broken'>('silent')
  useEffect(() => () => audio.current?.pause(), [])

  const toggle = (): void => {
    if (state === 'playing') {
      audio.current?.pause()
      setState('silent')
      return
    }
    const sound = new Audio(url)
    sound.addEventListener('ended', () => setState('silent'))
    audio.current = sound
    setState('playing')
    sound.play().catch(() => setState('broken'))
  }
  if (state === 'broken') return <span className="text-muted">This browser cannot play it.</span>
  const Icon = state === 'playing' ? Square : Play
  return (
    <Button
      size="small"
      className="h-7 px-2.5"
      aria-label={`${state === 'playing' ? 'Stop' : 'Play'} ${label}`}
      onClick={toggle}
    >
      <Icon aria-hidden size={13} />
      {state === 'playing' ? 'Stop' : 'Play'}
    </Button>
  )
}
