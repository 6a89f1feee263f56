import { useSyncExternalStore } from 'react'

const subscribeWide = (listener: () => void) => {
  const query = globalThis.matchMedia('(min-width: 640px)')
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
const subscribeVisible = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** Whether somebody can see a handset: the browser's tab is in front, and the desk is wide or this is the one it shows. */
export const useInSight = (isChosen: boolean): boolean => {
  const wide = useSyncExternalStore(subscribeWide, () => globalThis.matchMedia('(min-width: 640px)').matches)
  const visible = useSyncExternalStore(subscribeVisible, () => document.visibilityState === 'visible')
  return visible && (wide || isChosen)
}
