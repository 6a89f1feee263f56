import { useEffect } from 'react'
import { announce } from '../parts/announcer.tsx'

/** Say who rings, once when it begins. */
export const useRingNotice = (sentences: string[]): void => {
  const key = sentences.join(' ')
  useEffect(() => {
    if (key !== '') announce(key, 'assertive')
  }, [key])
}
