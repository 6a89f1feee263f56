// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** @import { ServerUser } from './find-server-user.js' */

/**
 * The directory that holds the cluster: inside the data directory, unless PostgreSQL's own user may not enter there;
 * then `<common>/<hash of the data directory's path>`.
 * @param {string} evaDataDir
 * @param {ServerUser | null} user
 * @param {string} commonDir
 */
export function placeData(evaDataDir, user, commonDir) {
  const inside = join(evaDataDir, 'postgres')
  if (makeDirectory(inside, user)) return inside
  const name = createHash('sha256').update(realpathSync(evaDataDir)).digest('hex').slice(0, 16)
  const outside = join(commonDir, name)
  if (makeDirectory(outside, user)) return outside
  throw new Error(`PostgreSQL's user cannot enter ${outside}.`)
}

/**
 * @param {string} directory
 * @param {ServerUser | null} user
 */
export function makeDirectory(directory, user) {
  mkdirSync(directory, { recursive: true, mode: user ? 0o755 : 0o700 })
  if (!user) return true
  chownSync(directory, user.uid, user.gid)
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { cwd: '/', ...user }).status === 0
}
