export type Toast = {
  what: string
  tone: 'success' | 'error'
  description?: string
  action?: { label: string; onClick: () => void }
}

let queue: readonly Toast[] = []
const listeners = new Set<() => void>()

/** Says something for a moment, in the corner. */
export function showToast(what: string, details: Omit<Partial<Toast>, 'what'> = {}) {
  queue = [...queue, { what, tone: 'success', ...details }]
  for (const listener of listeners) listener()
}

/** Toasts nobody has shown yet; what shows them is only loaded with the first. */
export const waitingToasts = {
  read: () => queue,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  take() {
    const taken = queue
    queue = []
    for (const listener of listeners) listener()
    return taken
  },
}
