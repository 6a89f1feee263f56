import { useEffect, useState } from 'react'
import type { Clock } from '../api/schemas.ts'

const tickMs = 1000

/** The emulator's time as ISO 8601; a real clock runs on between two readings, a virtual one stands. */
export const useTickingTime = (clock: Clock | undefined): string | undefined => {
  const [tick, setTick] = useState({ clock, elapsedMs: 0 })
  useEffect(() => {
    if (clock?.mode !== 'real') return undefined
    const readAt = performance.now()
    const timer = setInterval(() => setTick({ clock, elapsedMs: performance.now() - readAt }), tickMs)
    return () => clearInterval(timer)
  }, [clock])
  if (clock === undefined) return undefined
  const elapsedMs = tick.clock === clock ? tick.elapsedMs : 0
  return new Date(Date.parse(clock.now) + elapsedMs).toISOString()
}
