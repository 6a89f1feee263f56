/** The installation's time. Passed in everywhere; tests move it. */
export type Clock = { now(): Date }

/** A clock that tests move by hand. */
export function createMovableClock(start: Date) {
  let current = start.getTime()
  return {
    now: () => new Date(current),
    advance(milliseconds: number) {
      current += milliseconds
    },
  }
}
