export type HeapTimer = { at: number; order: number; task: () => void | Promise<void>; canceled: boolean }

function isBefore(a: HeapTimer, b: HeapTimer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

/** A binary heap of timers: earliest first, and first set first among equals. */
export class TimerHeap {
  private readonly timers: HeapTimer[] = []

  push(timer: HeapTimer): void {
    const { timers } = this
    let index = timers.push(timer) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = timers[parent]
      if (above === undefined || !isBefore(timer, above)) break
      timers[index] = above
      index = parent
    }
    timers[index] = timer
  }

  /** The earliest timer that still counts; canceled ones are dropped on the way. */
  peek(): HeapTimer | undefined {
    while (this.timers[0]?.canceled) this.removeFirst()
    return this.timers[0]
  }

  pop(): HeapTimer | undefined {
    const first = this.peek()
    if (first !== undefined) this.removeFirst()
    return first
  }

  clear(): void {
    this.timers.length = 0
  }

  private removeFirst(): void {
    const { timers } = this
    const last = timers.pop()
    if (last === undefined || timers.length === 0) return
    let index = 0
    for (;;) {
      const left = 2 * index + 1
      const right = left + 1
      const l = timers[left]
      const r = timers[right]
      if (l === undefined) break
      const [child, childIndex] = r !== undefined && isBefore(r, l) ? [r, right] : [l, left]
      if (!isBefore(child, last)) break
      timers[index] = child
      index = childIndex
    }
    timers[index] = last
  }
}
