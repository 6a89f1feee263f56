import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commonDir } from '../launcher/postgres/common-dir.js'
import { findBinaries } from '../launcher/postgres/find-binaries.js'
import { findServerUser } from '../launcher/postgres/find-server-user.js'
import { initCluster, superuser } from '../launcher/postgres/init-cluster.js'
import { placeBinaries } from '../launcher/postgres/place-binaries.js'
import { makeDirectory } from '../launcher/postgres/place-data.js'
import { startServer } from '../launcher/postgres/start-server.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A PostgreSQL of the run's own that keeps its promises: every commit is on the disk before it is answered. */
export async function startDurablePostgres() {
  const user = findServerUser()
  const binaries = placeBinaries(findBinaries(root), user, commonDir)
  const parent = mkdtempSync(join(tmpdir(), 'eva-bench-'))
  makeDirectory(parent, user)
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
      max_connections: '120',
      shared_buffers: '256MB',
      // Checkpoints and vacuum would hit whoever happens to be measured then.
      max_wal_size: '8GB',
      checkpoint_timeout: '1h',
      autovacuum: 'off',
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
    },
  })
  return {
    url: (database: string) => `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${database}`,
    async stop() {
      await server.stop()
      rmSync(parent, { recursive: true, force: true })
    },
  }
}
