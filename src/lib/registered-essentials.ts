import type { Essentials } from '@/lib/context'

let registered: Essentials | null = null

/** Makes the running server the one that `createTwilioService()` speaks for; the answer undoes it. The only state of this module. */
export function registerEssentials(essentials: Essentials): () => void {
  registered = essentials
  return () => {
    if (registered === essentials) registered = null
  }
}

export function registeredEssentials(): Essentials | null {
  return registered
}
