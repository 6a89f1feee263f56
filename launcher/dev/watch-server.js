// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { watch } from 'rolldown'

/**
 * Bundles the server now and after every change.
 * @param {string} root
 * @param {() => void} onChange after every bundle but the first
 * @returns {Promise<() => Promise<void>>} when the first bundle is there; stops watching
 */
export async function watchServer(root, onChange) {
  rmSync(join(root, 'dist', 'server.built'), { force: true }) // what `npm start` built is overwritten
  const { default: config } = await import(pathToFileURL(join(root, 'rolldown.config.js')).href)
  const watcher = watch(config)
  let isFirst = true
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message)
      if (event.code !== 'BUNDLE_END') return
      if (isFirst) resolve(undefined)
      else onChange()
      isFirst = false
    })
  })
  return () => watcher.close()
}
