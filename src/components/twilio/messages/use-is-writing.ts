import { useEffect, useState } from 'react'

/** How long somebody who has stopped typing still counts as writing. */
const pauseMilliseconds = 8_000

/** Whether a draft is being written just now: words that stand there untouched are not. */
export function useIsWriting(draft: string): boolean {
  const [seen, setSeen] = useState(draft)
  const [isWriting, setWriting] = useState(false)
  if (draft !== seen) {
    setSeen(draft)
    setWriting(draft !== '')
  }
  useEffect(() => {
    if (!isWriting || draft === '') return
    const timer = setTimeout(() => setWriting(false), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [draft, isWriting])
  return isWriting
}
