// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProcessAlive } from '../is-process-alive.js'
import { waitFor } from '../wait-for.js'

/**
 * Clears away what a start that was killed left behind: stops its server if that still runs, and removes a pid file
 * whose number now belongs to another process (PostgreSQL would take that for a live server and refuse to start).
 * Only for who holds the data directory's lock.
 * @param {string} dataDirectory
 */
export async function recoverServer(dataDirectory) {
  const pidFile = join(dataDirectory, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === null || !isProcessAlive(pid)) return
  if (isServerOf(pid, dataDirectory)) {
    const isGone = () => !isProcessAlive(pid)
    process.kill(pid, 'SIGINT')
    if (!(await waitFor(isGone, { timeoutMs: 10_000 }))) process.kill(pid, 'SIGQUIT')
    await waitFor(isGone, { timeoutMs: 5000 })
  }
  rmSync(pidFile, { force: true })
}

/**
 * @param {string} pidFile
 * @returns {number | null}
 */
function readPid(pidFile) {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}

/**
 * A PostgreSQL server works in its data directory and was started with its path.
 * @param {number} pid
 * @param {string} dataDirectory
 */
function isServerOf(pid, dataDirectory) {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(dataDirectory)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory)
  } catch {
    return false
  }
}
