/** Timers that are passed in, so tests move time instead of waiting. Each returns what cancels it. */
export type Timers = {
  after(milliseconds: number, run: () => void): () => void
  every(milliseconds: number, run: () => void): () => void
}

/** The machine's own timers; under Node they do not keep the process alive. */
export const realTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    release(timer)
    return () => clearTimeout(timer)
  },
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds)
    release(timer)
    return () => clearInterval(timer)
  },
}

/** Timers that tests move by hand, in order of their due times. */
export function createMovableTimers(): Timers & { advance(milliseconds: number): void; now(): number } {
  type Entry = { due: number; period: number | null; run: () => void }
  let current = 0
  const entries = new Set<Entry>()
  const add = (milliseconds: number, period: number | null, run: () => void) => {
    const entry = { due: current + milliseconds, period, run }
    entries.add(entry)
    return () => void entries.delete(entry)
  }
  const nextBefore = (end: number) => {
    let next: Entry | null = null
    for (const entry of entries) if (entry.due <= end && (next === null || entry.due < next.due)) next = entry
    return next
  }
  return {
    now: () => current,
    after: (milliseconds, run) => add(milliseconds, null, run),
    every: (milliseconds, run) => add(milliseconds, milliseconds, run),
    advance(milliseconds) {
      const end = current + milliseconds
      for (let entry = nextBefore(end); entry !== null; entry = nextBefore(end)) {
        current = entry.due
        if (entry.period === null) entries.delete(entry)
        else entry.due += entry.period
        entry.run()
      }
      current = end
    },
  }
}

function release(timer: unknown) {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function')
    timer.unref()
}
