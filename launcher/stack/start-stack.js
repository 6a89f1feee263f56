// @ts-check
import { join } from 'node:path'
import { endLeftChildren, forgetChildren, noteChildren } from '../data-directory/children.js'
import { keepSecret } from '../data-directory/keep-secret.js'
import { lockDirectory } from '../data-directory/lock-directory.js'
import { openDataDirectory } from '../data-directory/open-data-directory.js'
import { startEmbeddedPostgres } from '../postgres/start-embedded-postgres.js'
import { assertPortFree } from './assert-port-free.js'
import { checkDatabase } from './check-database.js'
import { startChild } from './start-child.js'
import { startEmulator } from './start-emulator.js'

/** @import { Settings } from './read-settings.js' */

/**
 * @typedef {object} Stack
 * @property {string} appUrl
 * @property {string | undefined} firstAdminUrl
 * @property {string | undefined} phonesUrl
 * @property {string} databaseUrl
 */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {Promise<string>} exited how it ended
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PostgreSQL, the emulator and the app, as far as the settings want them, one after the other. What it started
 * is in `parts` from the moment it runs, so that the caller can stop it whatever happens; the last started stops first.
 * @param {{ root: string, settings: Settings, env: NodeJS.ProcessEnv, parts: Part[], app?: { script?: string, execArgv?: string[] } }} options
 * @returns {Promise<Stack>}
 */
export async function startStack({ root, settings, env, parts, app = {} }) {
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
  if (settings.withPostgres) {
    const postgres = await startEmbeddedPostgres({ root, dataDir, url: publicUrl })
    parts.push({ name: 'PostgreSQL', ...postgres })
    appEnv.DATABASE_URL = postgres.databaseUrl
  }
  const children = []
  let phonesUrl
  if (settings.withEmulator) {
    const emulator = startEmulator(root, settings, env)
    parts.push(emulator)
    children.push(emulator)
    noteChildren(
      dataDir,
      children.map(({ pid, script }) => ({ pid, script })),
    )
    const connected = await emulator.connect()
    phonesUrl = connected.url
    Object.assign(appEnv, connected.env)
  }
  const script = app.script ?? join(root, 'dist', 'server', 'server.js')
  const server = startChild({ name: 'The app', script, execArgv: app.execArgv, env: appEnv, stopMs: 20_000 })
  parts.push(server)
  children.push(server)
  if (ownsData)
    noteChildren(
      dataDir,
      children.map(({ pid, script }) => ({ pid, script })),
    )
  const ready = await server.ready
  return {
    appUrl: publicUrl,
    firstAdminUrl: typeof ready.firstAdminUrl === 'string' ? ready.firstAdminUrl : undefined,
    phonesUrl,
    databaseUrl: appEnv.DATABASE_URL ?? '',
  }
}
