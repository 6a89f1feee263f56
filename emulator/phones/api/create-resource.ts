export interface Snapshot<T> {
  data: T | undefined
  error: string | undefined
}

export interface Resource<T> {
  get: () => Snapshot<T>
  subscribe: (listener: () => void) => () => void
  /** Load again if anybody looks, else when somebody next does. Calls during a load become one more load. Resolves when all is read. */
  refresh: () => Promise<void>
}

/** One thing the emulator knows, kept as last read. After a failed load the old data stays, beside the error. */
export const createResource = <T>(load: () => Promise<T>): Resource<T> => {
  let snapshot: Snapshot<T> = { data: undefined, error: undefined }
  let stale = true
  let loading = false
  let running = Promise.resolve()
  const listeners = new Set<() => void>()

  const publish = (next: Snapshot<T>): void => {
    snapshot = next
    for (const listener of listeners) listener()
  }

  const loadUntilFresh = async (): Promise<void> => {
    loading = true
    while (stale && listeners.size > 0) {
      stale = false
      try {
        publish({ data: await load(), error: undefined })
      } catch (error) {
        publish({ data: snapshot.data, error: error instanceof Error ? error.message : String(error) })
      }
    }
    loading = false
  }

  const refresh = async (): Promise<void> => {
    stale = true
    if (!loading) running = loadUntilFresh()
    await running
  }

  return {
    get: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      if (stale && !loading) running = loadUntilFresh()
      return () => listeners.delete(listener)
    },
    refresh,
  }
}
