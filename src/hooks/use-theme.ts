import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'

const storageKey = 'eva-theme'
const listeners = new Set<() => void>()

/** The chosen look, kept in this browser; public/theme.js applies it before the first paint. */
export function useTheme() {
  const theme = useSyncExternalStore(subscribe, chosenTheme)
  return { theme, setTheme }
}

function setTheme(theme: Theme) {
  if (theme === 'system') localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, theme)
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  document.documentElement.classList.toggle('dark', dark)
  for (const listener of listeners) listener()
}

function chosenTheme(): Theme {
  const chosen = localStorage.getItem(storageKey)
  return chosen === 'dark' || chosen === 'light' ? chosen : 'system'
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
