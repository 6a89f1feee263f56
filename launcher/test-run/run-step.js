// @ts-check
import { spawn } from 'node:child_process'
import { root } from '../root.js'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command arguments for Node
 * @property {NodeJS.ProcessEnv} [env] beside our own
 */

/**
 * Runs one step with its output kept, and tells how it went.
 * @param {Step} step
 * @returns {Promise<{ passed: boolean, output: string, seconds: number }>}
 */
export function runQuietly(step) {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.command, {
      cwd: root,
      env: environment(step),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('close', (code) => resolve({ passed: code === 0, output, seconds: (performance.now() - began) / 1000 }))
  })
}

/**
 * Runs one step with its output on the terminal.
 * @param {Step} step
 * @returns {Promise<{ passed: boolean, seconds: number }>}
 */
export function runVisibly(step) {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.command, {
      cwd: root,
      env: environment(step),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('close', (code) => resolve({ passed: code === 0, seconds: (performance.now() - began) / 1000 }))
  })
}

/** @param {Step} step */
function environment(step) {
  return { ...process.env, ...step.env }
}
