// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.js'
import { programPath } from './find-binaries.js'
import { restoreSymlinks } from './restore-symlinks.js'

/** @import { Binaries } from './find-binaries.js' */
/** @import { ServerUser } from './find-server-user.js' */

/**
 * Programs that the server's user can run: where npm put them, or a copy when that lies behind a directory only root
 * may enter.
 * @param {Binaries} binaries
 * @param {ServerUser | null} user
 * @param {string} commonDir where a copy goes, shared by all clones
 * @returns {Binaries}
 */
export function placeBinaries(binaries, user, commonDir) {
  restoreSymlinks(binaries.nativeDir)
  if (canRun(binaries, user)) return binaries
  const placed = { ...binaries, nativeDir: join(commonDir, `postgres-${binaries.version}`) }
  if (user && !existsSync(placed.nativeDir)) copyWhole(binaries.nativeDir, placed.nativeDir, commonDir)
  if (canRun(placed, user)) return placed
  throw new StartError(
    `The embedded PostgreSQL does not run on this machine (${failure(binaries, user)}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} parent
 */
function copyWhole(from, to, parent) {
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  const draft = `${to}.${process.pid}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'go+rX', draft])
  try {
    renameSync(draft, to)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another start was quicker
  }
}

/**
 * @param {Binaries} binaries
 * @param {ServerUser | null} user
 */
function canRun(binaries, user) {
  return tryRun(binaries, user).status === 0
}

/**
 * @param {Binaries} binaries
 * @param {ServerUser | null} user
 */
function failure(binaries, user) {
  const { error, stderr, signal } = tryRun(binaries, user)
  return error?.message ?? (stderr.trim().split('\n')[0] || `signal ${signal}`)
}

/**
 * @param {Binaries} binaries
 * @param {ServerUser | null} user
 */
function tryRun(binaries, user) {
  return spawnSync(programPath(binaries, 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8', ...user })
}
