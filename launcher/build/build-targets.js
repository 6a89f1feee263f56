// @ts-check
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { progressLine } from '../progress-line.js'
import { StartError } from '../start-error.js'
import { writeFileAtomically } from '../write-file-atomically.js'
import { fingerprint } from './fingerprint.js'

/** @import { Target } from './targets.js' */

/**
 * Builds the targets whose inputs changed since they were last built to the end, side by side.
 * @param {string} root
 * @param {Target[]} targets
 * @returns {Promise<string[]>} the names of those it built
 */
export async function buildTargets(root, targets) {
  const buildable = targets.filter(({ source }) => existsSync(join(root, source)))
  const all = buildable.map((target) => ({
    target,
    print: fingerprint(root, target),
    stamp: join(root, `${target.output}.built`),
  }))
  const stale = all.filter(({ target, print, stamp }) => !existsSync(join(root, target.entry)) || read(stamp) !== print)
  if (stale.length === 0) return []
  const names = stale.map(({ target }) => target.name)
  const line = progressLine(`Building ${names.join(', ')}`)
  const outcomes = await Promise.allSettled(
    stale.map(async ({ target, print, stamp }) => {
      rmSync(stamp, { force: true })
      await run(root, target)
      mkdirSync(dirname(stamp), { recursive: true })
      writeFileAtomically(stamp, print, 0o644)
    }),
  )
  line.end()
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  return names
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/**
 * @param {string} root
 * @param {Target} target
 * @returns {Promise<void>}
 */
function run(root, target) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
    const child = spawn(process.execPath, target.command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new StartError(`Building ${target.name} failed.\n\n${output.trim()}`))
    })
  })
}
