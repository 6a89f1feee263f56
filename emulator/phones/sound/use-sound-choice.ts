import { useState } from 'react'
import { readStored, writeStored } from '../parts/stored.ts'

/** A sound that is off until asked for, remembered in this browser. */
export const useSoundChoice = (name: 'ring' | 'speech') => {
  const [on, setOn] = useState(() => readStored(name) === 'on')
  const toggle = (): void => {
    writeStored(name, on ? undefined : 'on')
    setOn(!on)
  }
  return { on, toggle }
}
