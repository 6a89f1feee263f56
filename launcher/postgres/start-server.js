// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findFreePort } from '../find-free-port.js'
import { waitFor } from '../wait-for.js'
import { programPath } from './find-binaries.js'
import { recoverServer } from './recover-server.js'

/** @import { Binaries } from './find-binaries.js' */
/** @import { ServerUser } from './find-server-user.js' */

/**
 * @typedef {object} ServerOptions
 * @property {Binaries} binaries
 * @property {string} dataDirectory
 * @property {ServerUser | null} user
 * @property {string} logFile
 * @property {number} [port] preferred; another one when it is taken
 * @property {Record<string, string>} settings of postgresql.conf
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {Promise<string>} exited how it ended
 * @property {() => Promise<void>} stop rolls back what is open and writes a checkpoint
 */

// What a killed predecessor leaves for a moment (its backends, its port) makes a start fail that soon succeeds.
const passing = /pre-existing shared memory|could not bind|lock file "postmaster\.pid"|already in use/

/**
 * Starts the server in a process group of its own on a free loopback port, and returns when it accepts connections.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const deadline = performance.now() + 15_000
  for (;;) {
    await recoverServer(options.dataDirectory)
    const outcome = await tryStart(options)
    if (typeof outcome !== 'string') return outcome
    if (!passing.test(outcome) || performance.now() > deadline) throw new Error(`PostgreSQL did not start: ${outcome}`)
    await delay(100)
  }
}

/**
 * @param {ServerOptions} options
 * @returns {Promise<Server | string>} the server, or what its log says
 */
async function tryStart({ binaries, dataDirectory, user, logFile, port: preferred, settings }) {
  const port = await findFreePort(preferred)
  const log = openSync(logFile, 'w', 0o600)
  const flags = Object.entries({ port: String(port), ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(programPath(binaries, 'postgres'), ['-D', dataDirectory, ...flags], {
    cwd: '/',
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', log, log],
    ...user,
  })
  closeSync(log)
  await once(child, 'spawn')
  const { pid } = child
  if (pid === undefined) throw new Error('PostgreSQL has no process id.')
  let running = true
  const exited = once(child, 'exit').then(([code, signal]) => {
    running = false
    return String(signal ?? `exit code ${code}`)
  })
  const unleash = stopWithUs(pid)
  const ready = await waitFor(() => !running || isReady(dataDirectory, pid), { timeoutMs: 60_000 })
  if (!running || !ready) {
    child.kill('SIGKILL')
    unleash()
    return lastLines(logFile)
  }
  const stop = async () => {
    if (running) await stopServer(child, binaries, dataDirectory, exited)
    unleash()
  }
  return { port, pid, exited, stop }
}

/**
 * The server's own note in its pid file, which `pg_ctl` reads too: line 1 its id, line 8 its state.
 * @param {string} dataDirectory
 * @param {number} pid
 */
function isReady(dataDirectory, pid) {
  try {
    const lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Binaries} binaries
 * @param {string} dataDirectory
 * @param {Promise<unknown>} exited
 */
async function stopServer(child, binaries, dataDirectory, exited) {
  if (process.platform === 'win32') spawn(programPath(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', dataDirectory])
  else child.kill('SIGINT')
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await exited
  clearTimeout(impatience)
}

/**
 * Lets the server end when this process dies without saying so: a shell waits on a pipe that only we hold open.
 * @param {number} pid
 * @returns {() => void} lets go of the server
 */
function stopWithUs(pid) {
  if (process.platform === 'win32') return () => {}
  const watcher = spawn('/bin/sh', ['-c', 'read -r _ || kill -INT "$0"', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => {})
  watcher.stdin.on('error', () => {})
  return () => watcher.stdin.end('done\n')
}

/** @param {string} logFile */
function lastLines(logFile) {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  return lines.slice(-4).join(' ') || `nothing in its log, ${logFile}`
}
