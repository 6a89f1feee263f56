// @ts-check
import { readFileSync } from 'node:fs'

/**
 * The object kept in a JSON file, or an empty one when the file is missing or was damaged.
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
export function readJsonFile(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
