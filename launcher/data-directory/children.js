// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isProcessAlive } from '../is-process-alive.js'
import { readJsonFile } from '../read-json-file.js'
import { waitFor } from '../wait-for.js'
import { writeFileAtomically } from '../write-file-atomically.js'

/**
 * @typedef {object} Child
 * @property {number} pid
 * @property {string} script the file it runs
 */

/**
 * Notes which processes are ours, for the next start in case we are killed.
 * @param {string} dataDir
 * @param {Child[]} children
 */
export function noteChildren(dataDir, children) {
  writeFileAtomically(
    fileIn(dataDir),
    JSON.stringify({ children: children.map(({ pid, script }) => ({ pid, script })) }),
  )
}

/** @param {string} dataDir */
export function forgetChildren(dataDir) {
  rmSync(fileIn(dataDir), { force: true })
}

/**
 * Waits for the processes of a start that was killed: they end by themselves when it is gone, or are ended.
 * Only for who holds the data directory's lock.
 * @param {string} dataDir
 */
export async function endLeftChildren(dataDir) {
  const { children } = readJsonFile(fileIn(dataDir))
  if (!Array.isArray(children)) return
  for (const { pid, script } of children) {
    const isGone = () => !isProcessAlive(pid) || !commandOf(pid).includes(script)
    if (await waitFor(isGone, { timeoutMs: 5000 })) continue
    process.kill(pid, 'SIGKILL')
    await waitFor(isGone, { timeoutMs: 5000 })
  }
  forgetChildren(dataDir)
}

/** @param {string} dataDir */
function fileIn(dataDir) {
  return join(dataDir, 'children.json')
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
