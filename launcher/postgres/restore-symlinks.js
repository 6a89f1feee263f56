// @ts-check
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * npm packages cannot hold symbolic links, so the libraries' own are listed in a file and made by an install script,
 * which many people deny. Makes those that are missing.
 * @param {string} nativeDir
 */
export function restoreSymlinks(nativeDir) {
  const list = join(nativeDir, 'pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(dirname(nativeDir), target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}
