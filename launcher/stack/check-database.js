// @ts-check
import pg from 'pg'
import { StartError } from '../start-error.js'

const oldestServer = 15

/**
 * Says in one sentence when DATABASE_URL leads nowhere or to too old a server; never shows its password.
 * @param {string} databaseUrl
 */
export async function checkDatabase(databaseUrl) {
  const url = parse(databaseUrl)
  const where = `${url.hostname}:${url.port || 5432}`
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    const version = String(rows[0]?.server_version)
    if (Number.parseInt(version, 10) < oldestServer)
      throw new StartError(
        `The database at ${where} is PostgreSQL ${version}; EVA Twilio needs ${oldestServer} or newer.`,
      )
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`The database at ${where} (DATABASE_URL) cannot be used: ${reason(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {string} databaseUrl */
function parse(databaseUrl) {
  if (URL.canParse(databaseUrl) && /^postgres(ql)?:/.test(databaseUrl)) return new URL(databaseUrl)
  throw new StartError('DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

/** @param {unknown} error */
function reason(error) {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}
