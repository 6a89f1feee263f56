import pg from 'pg'

/** Connections for the job runner. One that breaks is replaced at the next query; without listeners it would end the process. */
export function openJobPool(options: { connectionString: string; maximum: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maximum,
    application_name: 'eva-twilio jobs',
    connectionTimeoutMillis: 5_000,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}
