// @ts-check
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBinaries } from './find-binaries.js'
import { findServerUser } from './find-server-user.js'
import { initCluster, superuser } from './init-cluster.js'
import { placeBinaries } from './place-binaries.js'
import { makeDirectory } from './place-data.js'
import { commonDir } from './common-dir.js'
import { startServer } from './start-server.js'

/** Bytes; a whole run of the tests takes a quarter of it. */
const enoughMemory = 2 * 1024 ** 3
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * A PostgreSQL for tests: as fast as it can be because nothing in it survives, and gone after `stop`.
 * @param {{ packageName?: string }} [options] another build, such as `postgres-15-linux-x64`
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the URL of a superuser
 */
export async function startThrowawayPostgres({ packageName } = {}) {
  const user = findServerUser()
  const binaries = placeBinaries(findBinaries(root, packageName), user, commonDir)
  const parent = makeTemporaryDirectory(user)
  const password = randomBytes(16).toString('hex')
  initCluster({ binaries, parent, user, password, sync: false })
  const server = await startServer({
    binaries,
    user,
    dataDirectory: join(parent, 'data'),
    logFile: join(parent, 'server.log'),
    settings: {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      timezone: 'UTC',
      max_connections: '200',
      shared_buffers: '128MB',
      jit: 'off',
      autovacuum: 'off',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    },
  })
  const stop = async () => {
    await server.stop()
    rmSync(parent, { recursive: true, force: true })
  }
  return { url: `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${superuser}`, stop }
}

/** @param {import('./find-server-user.js').ServerUser | null} user */
function makeTemporaryDirectory(user) {
  for (const base of [...memory(), tmpdir(), '/tmp', '/var/tmp']) {
    const directory = mkdtempSync(join(base, 'eva-postgres-'))
    if (makeDirectory(directory, user)) return directory
    rmSync(directory, { recursive: true })
  }
  throw new Error('No temporary directory that an ordinary user may enter.')
}

/** Linux's file system in memory, if there is room: each new database is hundreds of files, which cost a disk's file system a second. */
function memory() {
  const directory = '/dev/shm'
  if (!existsSync(directory)) return []
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize > enoughMemory ? [directory] : []
}
