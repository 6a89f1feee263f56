// Stands in for the built server where a test is about the launcher: signs in to its database, listens, drains.
import { createServer } from 'node:http'
import pg from 'pg'

const { DATABASE_URL, PORT, ...env } = process.env
const client = new pg.Client({ connectionString: DATABASE_URL })
client.on('error', () => {})
await client.connect()
await client.query('create table if not exists starts (at timestamptz)')
await client.query('insert into starts values (now())')
const server = createServer((_, response) => void answer(response))
server.listen(Number(PORT), '127.0.0.1', () =>
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${PORT}`, firstAdminUrl: `http://localhost:${PORT}/first` }),
)
for (const event of ['SIGTERM', 'disconnect']) process.once(event, () => void stop())

/** @param {import('node:http').ServerResponse} response */
async function answer(response) {
  const { rows } = await client.query(
    `select count(*)::int as starts, current_setting('server_version') as version from starts`,
  )
  response.end(JSON.stringify({ ...rows[0], env, pid: process.pid }))
}

async function stop() {
  server.close()
  server.closeAllConnections()
  await client.end().catch(() => {})
  process.exit(0)
}
