import type { Installation } from '@/lib/context'

export type Readiness = { ready: boolean; checks: { name: string; ok: boolean; reason?: string }[] }

/** Asks what the server needs to do its work. Never throws. */
export async function checkReadiness({ database, jobs }: Pick<Installation, 'database' | 'jobs'>): Promise<Readiness> {
  const checks = await Promise.all([
    check('database', () => database.pool.query('select 1')),
    check('migrations', () => database.pool.query('select 1 from eva_migrations limit 1')),
    check('jobs', async () => {
      const { wanted, running } = jobs.health()
      if (wanted && !running) throw new Error('The job runner is not running.')
      await database.pool.query('select 1 from graphile_worker.migrations limit 1')
    }),
  ])
  return { ready: checks.every((item) => item.ok), checks }
}

async function check(name: string, ask: () => Promise<unknown>) {
  try {
    await ask()
    return { name, ok: true }
  } catch (error) {
    return { name, ok: false, reason: error instanceof Error ? error.message : 'unknown' }
  }
}
