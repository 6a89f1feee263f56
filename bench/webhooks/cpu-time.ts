import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'

/** Linux counts in hundredths of a second. */
const millisecondsPerTick = 10

/**
 * Processor time that a server and the whole of PostgreSQL have used so far, ms; 0 where the system does not tell (no /proc). Contestants
 * take turns, so what PostgreSQL does meanwhile, its log writer included, it does for one of them.
 */
export async function cpuMilliseconds(serverPid: number, client: pg.Client) {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const backend = statOf(rows[0]?.pid ?? 0)
  if (!backend) return 0
  const all = readdirSync('/proc').flatMap((name) => statOf(Number(name)) ?? [])
  const postgres = all.filter(({ pid, parent }) => pid === backend.parent || parent === backend.parent)
  // Who has ended counts with the one that waited for it.
  const ticks = postgres.reduce(
    (sum, each) => sum + each.ticks + (each.pid === backend.parent ? each.endedTicks : 0),
    0,
  )
  return (ticks + (statOf(serverPid)?.ticks ?? 0)) * millisecondsPerTick
}

/** Of one process. */
export function cpuMillisecondsOf(pid: number) {
  return (statOf(pid)?.ticks ?? 0) * millisecondsPerTick
}

function statOf(pid: number) {
  if (!Number.isInteger(pid)) return null
  try {
    // After the name, which is in parentheses: state, parent, …; then the 12th to 15th field are user and system time, own and of the ended.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    )
    return { pid, parent, ticks: user + system, endedTicks: endedUser + endedSystem }
  } catch {
    return null
  }
}
