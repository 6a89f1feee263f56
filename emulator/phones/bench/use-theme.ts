import { useState } from 'react'
import { readStored, writeStored } from '../parts/stored.ts'

type Theme = 'light' | 'dark'

const readTheme = (): Theme | undefined => {
  const stored = readStored('theme')
  return stored === 'light' || stored === 'dark' ? stored : undefined
}

const deriveTheme = (): Theme =>
  readTheme() ?? (globalThis.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

/** Put the chosen theme on the document; without a choice the system's preference rules. */
export const applyTheme = (): void => {
  const theme = readTheme()
  if (theme) document.documentElement.dataset['theme'] = theme
  else delete document.documentElement.dataset['theme']
}

export const useTheme = () => {
  const [theme, setTheme] = useState(deriveTheme)
  const toggle = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark'
    writeStored('theme', next)
    applyTheme()
    setTheme(next)
  }
  return { theme, toggle }
}
