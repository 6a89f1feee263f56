// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @import { Target } from './targets.js' */

/**
 * A hash of everything a target is made from; tests do not count.
 * @param {string} root
 * @param {Target} target
 */
export function fingerprint(root, target) {
  const hash = createHash('sha256').update(JSON.stringify(target))
  for (const input of target.inputs)
    for (const file of listFiles(root, input, target.except)) {
      hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
    }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string[]} except
 * @returns {string[]}
 */
function listFiles(root, path, except) {
  if (except.includes(path) || /\.test\.tsx?$/.test(path)) return []
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  const names = readdirSync(join(root, path)).toSorted()
  return names.flatMap((name) => listFiles(root, `${path}/${name}`, except))
}
