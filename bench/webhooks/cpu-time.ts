import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** Linux counts in hundredths of a second. */
const millisecondsPerTick = 10

/** Processor time that a server and the database backends working for it have used so far, ms; 0 where the system does not tell (no /proc). */
export async function cpuMilliseconds(serverPid: number, client: pg.Client) {
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  return [serverPid, ...rows.map((row) => row.pid)].reduce((sum, pid) => sum + cpuMillisecondsOf(pid), 0)
}

/** Of one process. */
export function cpuMillisecondsOf(pid: number) {
  try {
    // After the name, which is in parentheses, the 12th and 13th field: user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick
  } catch {
    return 0
  }
}
