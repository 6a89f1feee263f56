// @ts-check
import { accessSync, constants, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { StartError } from '../start-error.js'

/**
 * Makes the data directory if need be, and checks that we may write in it. Its files are private; root lets others pass
 * through, because PostgreSQL's own user must reach its part.
 * @param {string} directory
 */
export function openDataDirectory(directory) {
  try {
    mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new StartError(
      `The data directory ${directory} cannot be written by the user ${userInfo().username} (${code}); change its permissions, or set EVA_DATA_DIR to another directory.`,
    )
  }
}
