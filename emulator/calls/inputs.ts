import type { Clock } from '../clock/clock.ts'

export type Input =
  | { type: 'digit'; digit: string }
  | { type: 'speech'; text: string; confidence: number; ms: number }
  | { type: 'voice'; seconds: number; text: string }

/** The words that a verb listens for, in which language. */
export type Expected = { hints: readonly string[]; language: string }

const anything: Expected = { hints: [], language: 'en-US' }

/** What the person on the handset does, kept only while some verb listens. */
export class Inputs {
  private readonly waiting: Input[] = []
  private wake: (() => void) | null = null
  private listening = false
  expects = anything

  open(expects = anything): void {
    this.listening = true
    this.expects = expects
    this.waiting.length = 0
  }

  close(): void {
    this.listening = false
    this.expects = anything
    this.waiting.length = 0
  }

  /** False if nothing listens: the input is lost, as a key pressed into a Say is. */
  push(input: Input): boolean {
    if (!this.listening) return false
    this.waiting.push(input)
    this.wake?.()
    return true
  }

  /** The next input, or null after so many milliseconds. Rejects with the signal's reason. */
  async next(clock: Clock, ms: number, signal: AbortSignal): Promise<Input | null> {
    signal.throwIfAborted()
    const ready = this.waiting.shift()
    if (ready !== undefined) return ready
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onAbort = () => reject(signal.reason)
    const timer = Number.isFinite(ms) ? clock.after(ms, resolve) : null
    signal.addEventListener('abort', onAbort, { once: true })
    this.wake = resolve
    try {
      await promise
      return this.waiting.shift() ?? null
    } finally {
      this.wake = null
      timer?.cancel()
      signal.removeEventListener('abort', onAbort)
    }
  }
}
