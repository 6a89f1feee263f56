import { Activity } from './activity.ts'
import { TimerHeap } from './timer-heap.ts'

export type ClockMode = 'real' | 'virtual'
export type Timer = { cancel: () => void }
export type ClockChange = { mode?: ClockMode | undefined; now?: number | undefined; advanceMs?: number | undefined }

export type ClockOptions = {
  mode?: ClockMode
  /** Milliseconds since the epoch; the machine's own time if absent. */
  now?: number
  /** Real milliseconds a virtual clock waits for a webhook's answer before it moves on. */
  patienceMs?: number
  onError?: (error: unknown) => void
  onChange?: () => void
}

const longestTimeout = 2 ** 31 - 1

/** The one source of time. Every timer of the emulator is set here, so that a virtual clock drives them all. */
export class Clock {
  private readonly heap = new TimerHeap()
  private readonly activity: Activity
  private readonly onError: (error: unknown) => void
  private readonly onChange: () => void
  private currentMode: ClockMode
  private virtualNow: number
  private offset: number
  private order = 0
  private closed = false
  private handle: NodeJS.Timeout | undefined
  private turn: Promise<void> = Promise.resolve()

  constructor(options: ClockOptions = {}) {
    this.activity = new Activity(options.patienceMs ?? 5000)
    this.onError = options.onError ?? (() => {})
    this.onChange = options.onChange ?? (() => {})
    this.currentMode = options.mode ?? 'real'
    this.virtualNow = options.now ?? Date.now()
    this.offset = this.virtualNow - Date.now()
  }

  get mode(): ClockMode {
    return this.currentMode
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.currentMode === 'virtual' ? this.virtualNow : Date.now() + this.offset
  }

  date(): Date {
    return new Date(this.now())
  }

  after(ms: number, task: () => void | Promise<void>): Timer {
    const timer = { at: this.now() + Math.max(0, ms), order: this.order++, task, canceled: false }
    this.heap.push(timer)
    if (this.heap.peek() === timer) this.arm()
    return { cancel: () => void (timer.canceled = true) }
  }

  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (signal?.aborted) return Promise.reject(signal.reason)
    const onAbort = () => {
      timer.cancel()
      reject(signal?.reason)
    }
    const timer = this.after(ms, () => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    })
    signal?.addEventListener('abort', onAbort, { once: true })
    return promise
  }

  /** Lets a virtual clock wait for this work before it fires the next timer. */
  track<T>(work: Promise<T>): Promise<T> {
    return this.activity.track(work)
  }

  quiet(): Promise<void> {
    return this.activity.quiet()
  }

  /** Changes run one after the other; each resolves when all that it caused has come to rest. */
  change(change: ClockChange): Promise<void> {
    this.turn = this.turn.then(() => this.apply(change))
    return this.turn
  }

  advance(ms: number): Promise<void> {
    return this.change({ advanceMs: ms })
  }

  close(): void {
    this.closed = true
    clearTimeout(this.handle)
    this.heap.clear()
  }

  private async apply(change: ClockChange): Promise<void> {
    if (change.mode !== undefined && change.mode !== this.currentMode) this.switchTo(change.mode)
    if (change.now !== undefined) await this.moveTo(change.now)
    if (change.advanceMs !== undefined) await this.moveTo(this.now() + change.advanceMs)
    this.arm()
    this.onChange()
  }

  private switchTo(mode: ClockMode): void {
    const now = this.now()
    this.virtualNow = now
    this.offset = now - Date.now()
    this.currentMode = mode
  }

  private async moveTo(target: number): Promise<void> {
    if (this.currentMode === 'real') {
      this.offset = target - Date.now()
      this.fireDue()
      await this.quiet()
      return
    }
    await this.quiet()
    for (let next = this.heap.peek(); next !== undefined && next.at <= target; next = this.heap.peek()) {
      this.virtualNow = Math.max(this.virtualNow, next.at)
      this.fireNext()
      await this.quiet()
    }
    this.virtualNow = target
  }

  private fireDue(): void {
    for (let next = this.heap.peek(); next !== undefined && next.at <= this.now(); next = this.heap.peek()) {
      this.fireNext()
    }
  }

  private fireNext(): void {
    const timer = this.heap.pop()
    if (timer === undefined) return
    try {
      const work = timer.task()
      if (work !== undefined) this.track(work).catch(this.onError)
    } catch (error) {
      this.onError(error)
    }
  }

  private arm(): void {
    clearTimeout(this.handle)
    const next = this.heap.peek()
    if (this.closed || this.currentMode === 'virtual' || next === undefined) return
    const wait = Math.min(Math.max(0, next.at - this.now()), longestTimeout)
    this.handle = setTimeout(() => {
      this.fireDue()
      this.arm()
    }, wait)
  }
}
