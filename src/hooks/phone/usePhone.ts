import { useEffect, useSyncExternalStore } from 'react'
import { phoneStore } from './phone-store'

/** The person's phone in this browser, whichever tab owns it, and what one does with it. */
export function usePhone() {
  const view = useSyncExternalStore(phoneStore.watch, phoneStore.view)
  return { ...view, command: phoneStore.command }
}

/** Takes part in the phone for as long as the component lives. False: this browser cannot have one (no HTTPS). */
export function useJoinPhone(personId: string): boolean {
  const possible = 'locks' in navigator && 'mediaDevices' in navigator && typeof BroadcastChannel !== 'undefined'
  useEffect(() => (possible ? phoneStore.join(personId, navigator.locks) : undefined), [personId, possible])
  return possible
}
