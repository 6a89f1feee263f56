// @ts-check
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readJsonFile } from '../read-json-file.js'
import { writeFileAtomically } from '../write-file-atomically.js'

/**
 * The secret that signs sessions and encrypts at rest: made once, then always the same.
 * @param {string} dataDir
 */
export function keepSecret(dataDir) {
  const file = join(dataDir, 'secret.json')
  const { secret } = readJsonFile(file)
  if (typeof secret === 'string') return secret
  const made = randomBytes(32).toString('hex')
  writeFileAtomically(file, JSON.stringify({ secret: made }))
  return made
}
