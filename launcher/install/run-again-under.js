// @ts-check
import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { whenParentEnds } from '../when-parent-ends.js'

/**
 * Runs this same command under another Node and ends as it ends. It gets every signal from us (its own process group
 * keeps the terminal from sending it one more), and a broken channel when we are killed.
 * @param {string} node
 * @returns {Promise<never>}
 */
export function runAgainUnder(node) {
  return new Promise((_, reject) => {
    const child = spawn(node, process.argv.slice(1), {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
      env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
    })
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, () => child.kill(signal))
    whenParentEnds(() => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code) => process.exit(code ?? 1))
  })
}
