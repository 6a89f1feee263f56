// @ts-check
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readJsonFile } from '../read-json-file.js'
import { writeFileAtomically } from '../write-file-atomically.js'

/**
 * The emulator's account, which survives restarts so that links and signatures made before stay good.
 * @param {string} dataDir
 * @returns {{ accountSid: string, authToken: string }}
 */
export function keepEmulatorAccount(dataDir) {
  const file = join(dataDir, 'emulator.json')
  const { accountSid, authToken } = readJsonFile(file)
  if (typeof accountSid === 'string' && typeof authToken === 'string') return { accountSid, authToken }
  const made = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') }
  writeFileAtomically(file, JSON.stringify(made))
  return made
}
