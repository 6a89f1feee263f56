import { useEffect } from 'react'
import { announce } from '../parts/announcer.tsx'

/** Say who rings, once when it begins, and show it in the window's title as long as it lasts. */
export const useRingNotice = (sentences: string[]): void => {
  const key = sentences.join(' ')
  useEffect(() => {
    if (key === '') return undefined
    announce(key, 'assertive')
    const title = document.title
    document.title = `☎ Ringing · ${title}`
    return () => {
      document.title = title
    }
  }, [key])
}
