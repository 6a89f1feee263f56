// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.js'

export const oldestNode = 24

/**
 * The Node to run on: this very one if it is new enough, else the one that npm installed for this machine.
 * @param {string} root
 * @param {{ execPath: string, version: string, platform: string, arch: string }} machine
 * @returns {string} path of the program
 */
export function findNode(root, machine) {
  if (Number.parseInt(machine.version, 10) >= oldestNode) return machine.execPath
  const isWindows = machine.platform === 'win32'
  const name = `node-${isWindows ? 'win' : machine.platform}-${machine.arch}`
  const pinned = join(root, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  throw new StartError(`EVA Twilio needs Node ${oldestNode} or newer; this is ${machine.version}.`)
}
