/** The part of Web Locks that is used. */
export type LockRequests = {
  request(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    callback: () => Promise<void>,
  ): Promise<unknown>
}

/**
 * Waits to be the one tab that holds the lock: when the leader's tab closes, the browser hands the lock to the next. `takeOver` takes it
 * from a leader that does not answer; one from whom it was taken waits in line again.
 */
export function runForLeader(options: { locks: LockRequests; name: string; onElected(): void; onDeposed(): void }) {
  let stopped = false
  let leading = false
  let resign: (() => void) | null = null
  let leaveLine: (() => void) | null = null

  function stand(how: 'wait' | 'steal') {
    const line = new AbortController()
    leaveLine = () => line.abort()
    let held = false
    const hold = () => {
      if (stopped || line.signal.aborted) return Promise.resolve()
      held = true
      leading = true
      options.onElected()
      return new Promise<void>((resolve) => {
        resign = resolve
      })
    }
    // Rejects when we left the line, and when another tab took the lock from us.
    options.locks.request(options.name, how === 'steal' ? { steal: true } : { signal: line.signal }, hold).catch(() => {
      if (!held || stopped) return
      leading = false
      resign = null
      options.onDeposed()
      stand('wait')
    })
  }

  stand('wait')
  return {
    takeOver() {
      if (stopped || leading) return
      leaveLine?.()
      stand('steal')
    },
    stop() {
      stopped = true
      leaveLine?.()
      resign?.()
    },
  }
}
