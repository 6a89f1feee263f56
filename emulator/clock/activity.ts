import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work under way that a virtual clock must let finish before time moves on. */
export class Activity {
  private readonly running = new Set<Promise<unknown>>()
  private readonly patienceMs: number

  constructor(patienceMs: number) {
    this.patienceMs = patienceMs
  }

  track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work)
    const forget = () => this.running.delete(work)
    work.then(forget, forget)
    return work
  }

  /**
   * Resolves when nothing is under way. Work that takes longer than the patience (milliseconds of real time) no longer
   * counts, so that a webhook that is never answered can still time out in clock time.
   */
  async quiet(): Promise<void> {
    const patience = Promise.withResolvers<'impatient'>()
    const timeout = setTimeout(patience.resolve, this.patienceMs, 'impatient')
    try {
      for (;;) {
        await nextTurn()
        if (this.running.size === 0) return
        const settled = Promise.allSettled(this.running).then(() => 'settled' as const)
        if ((await Promise.race([settled, patience.promise])) === 'impatient') this.running.clear()
      }
    } finally {
      clearTimeout(timeout)
    }
  }
}
