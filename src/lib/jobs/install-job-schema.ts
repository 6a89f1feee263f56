import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { createJobLogger } from './job-logger'
import { openJobPool } from './open-job-pool'
import type { Log } from '@/lib/utils/log'
import { lockKeys } from '@/lib/db/lock-keys'

/** Brings graphile-worker's own tables (schema graphile_worker) to its newest version; twice or by many at once does no harm. */
export async function installJobSchema(options: { connectionString: string; log: Log }): Promise<void> {
  const client = new pg.Client({ connectionString: options.connectionString, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKeys.jobSchema])
    const pool = openJobPool({ connectionString: options.connectionString, maximum: 1 })
    try {
      await runMigrations({ pgPool: pool, logger: createJobLogger(options.log) })
    } finally {
      await pool.end()
    }
  } finally {
    await client.end()
  }
}
