// @ts-check
import { randomBytes } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'

/**
 * Writes a file that is either the old one or the new one, never half of it.
 * @param {string} file
 * @param {string} content
 * @param {number} [mode] permission bits; private to the owner by default
 */
export function writeFileAtomically(file, content, mode = 0o600) {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, content, { mode })
  renameSync(draft, file)
}
