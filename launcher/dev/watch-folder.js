// @ts-check
import { watch } from 'node:fs'

/**
 * Tells of changes below a folder, once for a burst of them.
 * @param {string} folder
 * @param {(paths: string[]) => void} onChange paths relative to the folder
 * @returns {() => void} stops watching
 */
export function watchFolder(folder, onChange) {
  /** @type {Set<string>} */
  const changed = new Set()
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (!name || name.endsWith('~')) return
    changed.add(name.replaceAll('\\', '/'))
    clearTimeout(timer)
    timer = setTimeout(() => {
      onChange([...changed])
      changed.clear()
    }, 80)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
