import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Database = {
  pool: pg.Pool
  /** Typed queries for what is not a hot path. */
  drizzle: NodePgDatabase
  /** Runs `work` in one transaction on one connection; rolls back when it throws. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A transaction: raw SQL through `client`, typed queries through `drizzle`, both on the same connection. */
export type Transaction = { client: pg.PoolClient; drizzle: NodePgDatabase }

/** Opens a pool; nothing connects before the first query. `applicationName` shows in pg_stat_activity. */
export function openDatabase(options: {
  connectionString: string
  maximum?: number
  applicationName?: string
}): Database {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maximum ?? 10,
    application_name: options.applicationName ?? 'eva-twilio',
    connectionTimeoutMillis: 5_000,
  })
  // A connection that breaks, idle or in use, is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    pool,
    drizzle: drizzle(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}

async function inTransaction<Result>(pool: pg.Pool, work: (tx: Transaction) => Promise<Result>) {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work({ client, drizzle: drizzle(client) })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((rollbackError: unknown) => {
      broken = rollbackError instanceof Error ? rollbackError : new Error('rollback failed')
    })
    throw error
  } finally {
    client.release(broken)
  }
}
