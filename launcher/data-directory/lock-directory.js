// @ts-check
import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartError } from '../start-error.js'

/**
 * Holds a directory for this process until it ends, however it ends: the lock is a listening socket named after the
 * directory, so nothing stale is left behind, and who comes second learns who has it.
 * @param {string} directory
 * @param {{ url: string }} holder what the second one is told, beside our process id
 */
export async function lockDirectory(directory, holder) {
  const address = lockAddress(directory)
  const answer = JSON.stringify({ pid: process.pid, ...holder })
  if (await tryListen(address, answer)) return
  const other = await ask(address)
  if (other === null && address.endsWith('.sock')) {
    rmSync(address, { force: true }) // the file of a process that was killed
    if (await tryListen(address, answer)) return
  }
  throw new StartError(
    `EVA Twilio is already running with the data in ${directory}${other ? ` (process ${other.pid}, ${other.url})` : ''}; stop it first, or set EVA_DATA_DIR to another directory.`,
  )
}

/** @param {string} directory */
function lockAddress(directory) {
  const { dev, ino } = statSync(directory, { bigint: true })
  const name = `eva-twilio-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/**
 * @param {string} address
 * @param {string} answer
 * @returns {Promise<boolean>}
 */
function tryListen(address, answer) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(answer))
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen(address, () => {
      server.unref()
      resolve(true)
    })
  })
}

/**
 * @param {string} address
 * @returns {Promise<{ pid: number, url: string } | null>} null when nobody answers
 */
function ask(address) {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(address)
    socket.setTimeout(2000, () => socket.destroy())
    socket.on('data', (chunk) => (text += chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve(text ? JSON.parse(text) : null))
  })
}
