import type { Installation } from '@/lib/context'

export type Readiness = { ready: boolean; checks: { name: string; ok: boolean; reason?: string }[] }

/**
 * Asks what the server needs to do its work. Never throws. Anybody may ask, so a reason is a sentence of ours; what the database said, its
 * address with it, is for the log.
 */
export async function checkReadiness({
  database,
  jobs,
  log,
}: Pick<Installation, 'database' | 'jobs' | 'log'>): Promise<Readiness> {
  async function check(name: string, reason: string, ask: () => Promise<unknown>) {
    try {
      await ask()
      return { name, ok: true }
    } catch (error) {
      log.warn({ err: error, check: name }, 'not ready')
      return { name, ok: false, reason }
    }
  }

  const checks = await Promise.all([
    check('database', 'The database does not answer.', () => database.pool.query('select 1')),
    check('migrations', 'The database is not set up.', () =>
      database.pool.query('select 1 from eva_migrations limit 1'),
    ),
    check('jobs', 'Background work is not running.', async () => {
      const { wanted, running } = jobs.health()
      if (wanted && !running) throw new Error('The job runner is not running.')
      await database.pool.query('select 1 from graphile_worker.migrations limit 1')
    }),
  ])
  return { ready: checks.every((item) => item.ok), checks }
}
