// @ts-check
import { fork } from 'node:child_process'
import { StartError } from '../start-error.js'

/**
 * @typedef {object} ChildOptions
 * @property {string} name what a person reads when it dies
 * @property {string} script absolute path
 * @property {NodeJS.ProcessEnv} env
 * @property {number} stopMs how long it may drain before it is ended
 * @property {readonly string[]} [flags] for Node
 */

/**
 * @typedef {object} RunningChild
 * @property {string} name
 * @property {number} pid
 * @property {string} script
 * @property {Promise<Record<string, unknown>>} ready its `{ type: 'ready', … }`; fails when it ends before
 * @property {Promise<string>} exited how it ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one of our programs in a process group of its own, so that Ctrl-C reaches only the launcher, with a channel
 * whose breaking tells the program that the launcher is gone.
 * @param {ChildOptions} options
 * @returns {RunningChild}
 */
export function startChild({ name, script, env, stopMs, flags = ['--enable-source-maps'] }) {
  const child = fork(script, [], {
    env,
    execArgv: [...flags],
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    child.once('error', (error) => resolve(error.message))
  })
  /** @type {Promise<Record<string, unknown>>} */
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') resolve({ ...message })
    })
    // A program that cannot start has said why in a sentence of its own; a signal says nothing.
    void exited.then((how) =>
      reject(new StartError(how.startsWith('exit code') ? '' : `${name} did not start (${how}).`)),
    )
  })
  ready.catch(() => {})
  const stop = async () => {
    child.kill('SIGTERM')
    const impatience = setTimeout(() => child.kill('SIGKILL'), stopMs)
    await exited
    clearTimeout(impatience)
  }
  return { name, pid: child.pid ?? 0, script, ready, exited, stop }
}
