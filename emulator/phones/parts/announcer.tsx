import { useSyncExternalStore } from 'react'

interface Announcements {
  polite: string
  assertive: string
}

let current: Announcements = { polite: '', assertive: '' }
const listeners = new Set<() => void>()

/** Say something through the page's live regions. Saying the same twice is heard twice. */
export const announce = (sentence: string, urgency: keyof Announcements = 'polite'): void => {
  const said = current[urgency] === sentence ? `${sentence}\u00A0` : sentence
  current = { ...current, [urgency]: said }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const Announcer = () => {
  const { polite, assertive } = useSyncExternalStore(subscribe, () => current)
  return (
    <div className="sr-only">
      <p aria-live="polite" data-testid="polite">
        {polite}
      </p>
      <p aria-live="assertive" data-testid="assertive">
        {assertive}
      </p>
    </div>
  )
}
