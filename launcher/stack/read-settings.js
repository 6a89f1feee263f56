// @ts-check
import { resolve } from 'node:path'
import { StartError } from '../start-error.js'

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {number} emulatorPort
 * @property {string} dataDir absolute
 * @property {string} publicUrl without a trailing slash
 * @property {boolean} production
 * @property {boolean} withPostgres start the embedded one
 * @property {boolean} withEmulator
 */

/**
 * What the launcher itself must know; everything else is the app's to read and to judge.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {Settings}
 */
export function readSettings(env, root) {
  const production = env.NODE_ENV === 'production'
  const port = readPort(env, 'PORT', 3000)
  return {
    port,
    emulatorPort: readPort(env, 'EMULATOR_PORT', 4010),
    dataDir: resolve(root, env.EVA_DATA_DIR || '.eva'),
    publicUrl: (env.PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    production,
    withPostgres: !env.DATABASE_URL && !production,
    withEmulator: !env.TWILIO_ACCOUNT_SID && !env.TWILIO_API_BASE_URL && !production,
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} otherwise
 */
function readPort(env, name, otherwise) {
  const port = Number(env[name] || otherwise)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StartError(`${name} must be a port number from 1 to 65535, not "${env[name]}".`)
}
