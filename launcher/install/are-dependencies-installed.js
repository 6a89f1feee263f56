// @ts-check
import { join } from 'node:path'
import { readJsonFile } from '../read-json-file.js'

/**
 * Whether npm installed, to the end, what package-lock.json asks for: npm keeps its own list of what is there.
 * Packages for other platforms may be missing, and in production those for development.
 * @param {string} root
 * @param {boolean} production
 */
export function areDependenciesInstalled(root, production) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = new Map(packagesOf(join(root, 'node_modules', '.package-lock.json')))
  return wanted.every(([path, entry]) => {
    const isDispensable = entry.optional || entry.devOptional || entry.peer || (production && entry.dev)
    return path === '' || isDispensable || installed.get(path)?.version === entry.version
  })
}

/**
 * @param {string} file
 * @returns {[string, Record<string, unknown>][]}
 */
function packagesOf(file) {
  const { packages } = readJsonFile(file)
  return typeof packages === 'object' && packages !== null ? Object.entries(packages) : []
}
