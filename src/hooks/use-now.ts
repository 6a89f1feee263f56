import { useSyncExternalStore } from 'react'

type Ticker = { subscribe: (listener: () => void) => () => void; read: () => number }

const tickers = new Map<number, Ticker>()

/** The browser's time, renewed every `intervalMilliseconds`; all who ask with the same interval tick together. */
export function useNow(intervalMilliseconds: number): Date {
  const ticker = tickerOf(intervalMilliseconds)
  return new Date(useSyncExternalStore(ticker.subscribe, ticker.read))
}

function tickerOf(interval: number): Ticker {
  const existing = tickers.get(interval)
  if (existing) return existing
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | null = null
  let now = Date.now()
  const tick = () => {
    now = Date.now()
    for (const listener of listeners) listener()
  }
  const ticker: Ticker = {
    read: () => now,
    subscribe(listener) {
      listeners.add(listener)
      if (timer === null) {
        now = Date.now()
        timer = setInterval(tick, interval)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && timer !== null) {
          clearInterval(timer)
          timer = null
        }
      }
    },
  }
  tickers.set(interval, ticker)
  return ticker
}
