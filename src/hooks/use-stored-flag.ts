import { useState } from 'react'

/** A yes or no that this browser remembers. */
export function useStoredFlag(name: string) {
  const [flag, setFlag] = useState(() => localStorage.getItem(name) === 'yes')
  const set = (next: boolean) => {
    localStorage.setItem(name, next ? 'yes' : 'no')
    setFlag(next)
  }
  return [flag, set] as const
}
