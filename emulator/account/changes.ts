export type ChangeType = 'phone' | 'message' | 'call' | 'webhook' | 'clock' | 'faults' | 'reset'
export type Change = { type: ChangeType; id: string }

/** Tells the live stream what to fetch again. */
export class Changes {
  private readonly listeners = new Set<(change: Change) => void>()

  emit(type: ChangeType, id: string): void {
    for (const listener of this.listeners) listener({ type, id })
  }

  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
