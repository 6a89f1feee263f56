import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { lockKeys } from '@/lib/db/lock-keys'

export type Migration = { number: number; name: string; sql: string; checksum: string }

export class MigrationError extends Error {
  override name = 'MigrationError'
}

const oldestServer = 150_000

/**
 * Brings a database to the newest schema: every migration in order, each in a transaction of its own, under an advisory lock, so two
 * instances starting at once or one starting twice do no harm. Throws MigrationError in a sentence when the server is too old, when an
 * applied migration was edited, or when the database is newer than the program.
 */
export async function migrate(options: { connectionString: string; directory?: string; log?: (line: string) => void }) {
  const migrations = await readMigrations(options.directory ?? migrationsDirectory())
  const client = new pg.Client({ connectionString: options.connectionString, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await requireServer(client)
    await client.query('select pg_advisory_lock($1)', [lockKeys.migrations])
    await client.query(
      'create table if not exists eva_migrations (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default clock_timestamp())',
    )
    await client.query('alter table eva_migrations enable row level security')
    const applied = await client.query<{ number: number; name: string; checksum: string }>(
      'select number, name, checksum from eva_migrations order by number',
    )
    assertKnown(applied.rows, migrations)
    for (const migration of migrations.slice(applied.rows.length)) {
      options.log?.(`migrating: ${migration.name}`)
      await apply(client, migration)
    }
    return { applied: migrations.length - applied.rows.length }
  } finally {
    await client.end()
  }
}

/** The migrations of a folder, in order. Numbers are unique and have no gaps. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (file, index) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file)
      if (!match || Number(match[1]) !== index + 1) {
        throw new MigrationError(
          `Migration ${file} is out of order: expected number ${String(index + 1).padStart(4, '0')}.`,
        )
      }
      const sql = await readFile(join(directory, file), 'utf8')
      return {
        number: index + 1,
        name: file.slice(0, -4),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      }
    }),
  )
}

/** `migrations/` of the package, whether this file runs from src/ or bundled from dist/. */
export function migrationsDirectory() {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new MigrationError('The folder migrations/ was not found beside the program.')
    folder = parent
  }
  return join(folder, 'migrations')
}

async function requireServer(client: pg.Client) {
  const result = await client.query<{ server_version_num: string; server_version: string }>(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version",
  )
  const row = result.rows[0]
  if (!row || Number(row.server_version_num) < oldestServer) {
    throw new MigrationError(`The database is PostgreSQL ${row?.server_version ?? '?'}; EVA Twilio needs 15 or newer.`)
  }
}

function assertKnown(applied: { number: number; name: string; checksum: string }[], migrations: Migration[]) {
  for (const row of applied) {
    const migration = migrations[row.number - 1]
    if (!migration)
      throw new MigrationError(`The database is newer than this program (it has ${row.name}). Update the program.`)
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(`Migration ${row.name} was changed after it was applied to this database.`)
    }
  }
}

async function apply(client: pg.Client, migration: Migration) {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into eva_migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : 'unknown error'}`,
      {
        cause: error,
      },
    )
  }
}
