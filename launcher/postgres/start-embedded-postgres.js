// @ts-check
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lockDirectory } from '../data-directory/lock-directory.js'
import { readJsonFile } from '../read-json-file.js'
import { StartError } from '../start-error.js'
import { writeFileAtomically } from '../write-file-atomically.js'
import { commonDir } from './common-dir.js'
import { findBinaries } from './find-binaries.js'
import { findServerUser } from './find-server-user.js'
import { initCluster, superuser } from './init-cluster.js'
import { placeBinaries } from './place-binaries.js'
import { placeData } from './place-data.js'
import { startServer } from './start-server.js'

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off', // compiling costs more than any of our short statements
}

/**
 * The PostgreSQL of a data directory, made on first use. `<data directory>/postgres.json` holds its password, its last
 * port, and where the data lies when that is elsewhere. Only for who holds the data directory's lock.
 * @param {{ root: string, dataDir: string, url: string }} options `url` tells who has it
 * @returns {Promise<{ databaseUrl: string, pid: number, exited: Promise<string>, stop: () => Promise<void> }>}
 */
export async function startEmbeddedPostgres({ root, dataDir, url }) {
  const stateFile = join(dataDir, 'postgres.json')
  const state = readJsonFile(stateFile)
  const elsewhere = typeof state.directory === 'string' ? state.directory : undefined
  if (elsewhere && !existsSync(elsewhere))
    throw new StartError(
      `The database of ${dataDir} lies in ${elsewhere} (${stateFile}), and that directory is missing.`,
    )

  const user = findServerUser(join(elsewhere ?? join(dataDir, 'postgres'), 'data'))
  const binaries = placeBinaries(findBinaries(root), user, commonDir)
  const parent = elsewhere ?? placeData(dataDir, user, commonDir)
  const isInside = parent === join(dataDir, 'postgres')
  if (!isInside) await lockDirectory(parent, { url })

  const dataDirectory = join(parent, 'data')
  const isNew = !existsSync(dataDirectory)
  if (!isNew) assertUsable(dataDirectory, binaries.version)
  const password = typeof state.password === 'string' ? state.password : isNew ? randomBytes(24).toString('hex') : null
  if (password === null)
    throw new StartError(
      `${stateFile} is missing or damaged; it holds the password of the database in ${dataDirectory}.`,
    )
  const keep = (/** @type {object} */ more) =>
    writeFileAtomically(stateFile, JSON.stringify({ ...(isInside ? {} : { directory: parent }), password, ...more }))
  if (isNew) {
    keep({})
    initCluster({ binaries, parent, user, password })
  }
  const port = typeof state.port === 'number' ? state.port : undefined
  const server = await startServer({
    binaries,
    dataDirectory,
    user,
    port,
    logFile: join(dataDir, 'postgres.log'),
    settings,
  })
  if (server.port !== port) keep({ port: server.port })
  return { ...server, databaseUrl: `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${superuser}` }
}

/**
 * @param {string} dataDirectory
 * @param {string} version of the programs
 */
function assertUsable(dataDirectory, version) {
  const owner = statSync(dataDirectory).uid
  const uid = process.getuid?.() ?? owner
  if (uid !== 0 && uid !== owner)
    throw new StartError(
      `The database in ${dataDirectory} belongs to another user (number ${owner}); start as root, or set EVA_DATA_DIR to another directory.`,
    )
  const made = Number.parseInt(readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8'), 10)
  if (made !== Number.parseInt(version, 10))
    throw new StartError(
      `The database in ${dataDirectory} was made by PostgreSQL ${made}, and this is ${version}; see docs/self-hosting.md on upgrading.`,
    )
}
