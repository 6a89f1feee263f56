// @ts-check
import { join } from 'node:path'
import { endLeftChildren, forgetChildren, noteChildren } from '../data-directory/children.js'
import { keepSecret } from '../data-directory/keep-secret.js'
import { lockDirectory } from '../data-directory/lock-directory.js'
import { openDataDirectory } from '../data-directory/open-data-directory.js'
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres.js'
import { assertPortFree } from './assert-port-free.js'
import { checkDatabase } from './check-database.js'
import { serverFlags } from './server-flags.js'
import { startChild } from './start-child.js'
import { startEmulator } from './start-emulator.js'

/** @import { Settings } from './read-settings.js' */

/**
 * @typedef {object} Stack
 * @property {string} appUrl
 * @property {string | undefined} firstAdminUrl
 * @property {string | undefined} phonesUrl
 * @property {string} databaseUrl
 * @property {(() => Promise<unknown>) | undefined} connectEmulator points its numbers at the app once more
 */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {Promise<string>} exited how it ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PostgreSQL, the emulator and the app, as far as the settings want them. What it started is in `parts` from the
 * moment it runs, so that the caller can stop it whatever happens: the last of them first.
 * @param {{ root: string, settings: Settings, env: NodeJS.ProcessEnv, parts: Part[], launch?: typeof startChild }} options
 * @returns {Promise<Stack>}
 */
export async function startStack({ root, settings, env, parts, launch = startChild }) {
  const { dataDir, port, publicUrl } = settings
  const ownsData = settings.withPostgres || settings.withEmulator
  openDataDirectory(dataDir)
  if (ownsData) {
    await lockDirectory(dataDir, { url: publicUrl })
    await endLeftChildren(dataDir)
    parts.push({
      name: 'The list of processes',
      exited: new Promise(() => {}),
      stop: async () => forgetChildren(dataDir),
    })
  }
  await assertPortFree('PORT', port)
  if (settings.withEmulator) await assertPortFree('EMULATOR_PORT', settings.emulatorPort)
  if (env.DATABASE_URL) await checkDatabase(env.DATABASE_URL)

  /** @type {NodeJS.ProcessEnv} */
  const appEnv = { ...env, PORT: String(port), PUBLIC_URL: publicUrl, EVA_DATA_DIR: dataDir }
  if (!env.EVA_SECRET && !settings.production) appEnv.EVA_SECRET = keepSecret(dataDir)
  // Its log would stand between the lines for people.
  if (!env.LOG_LEVEL && !settings.production) appEnv.LOG_LEVEL = 'warn'
  const children = []
  const emulator = settings.withEmulator ? startEmulator(root, settings, env, launch) : null
  if (emulator) {
    parts.push(emulator)
    children.push(emulator)
    noteChildren(dataDir, children)
  }
  if (settings.withPostgres) {
    const postgres = await startEmbeddedPostgres({ root, dataDir, url: publicUrl })
    parts.unshift({ name: 'PostgreSQL', ...postgres })
    appEnv.DATABASE_URL = postgres.databaseUrl
  }
  const connected = await emulator?.connect()
  Object.assign(appEnv, connected?.env)
  const script = join(root, 'dist', 'server', 'server.js')
  const server = launch({ name: 'The app', script, env: appEnv, stopMs: 20_000, flags: serverFlags })
  parts.push(server)
  children.push(server)
  if (ownsData) noteChildren(dataDir, children)
  const ready = await server.ready
  return {
    appUrl: publicUrl,
    firstAdminUrl: typeof ready.firstAdminUrl === 'string' ? ready.firstAdminUrl : undefined,
    phonesUrl: connected?.url,
    databaseUrl: appEnv.DATABASE_URL ?? '',
    connectEmulator: emulator?.connect,
  }
}
