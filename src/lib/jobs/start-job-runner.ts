import { setTimeout as wait } from 'node:timers/promises'
import { parseCronItems, run, type JobHelpers } from 'graphile-worker'
import type pg from 'pg'
import type { Context, Installation } from '@/lib/context'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { createJobLogger } from './job-logger'
import type { RunnerState } from './create-jobs'
import type { Task } from './define-task'
import { openJobPool } from './open-job-pool'
import { tasks } from './tasks'

/** When jobs come round by themselves. Missed rounds are not made up for: each round looks at everything that is due. */
const cron = [
  {
    task: 'reconcile-unknown-sends',
    match: '* * * * *',
    options: { maxAttempts: 1, jobKey: 'reconcile-unknown-sends' },
  },
  { task: 'send-scheduled', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'send-scheduled' } },
  { task: 'reconcile-stale', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'reconcile-stale' } },
  { task: 'text-missed-callers', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'text-missed-callers' } },
  { task: 'retry-calls', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'retry-calls' } },
  { task: 'look-at-rooms', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'look-at-rooms' } },
  { task: 'wake-flows', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'wake-flows' } },
  { task: 'wake-snoozed', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'wake-snoozed' } },
  { task: 'index-earlier-texts', match: '* * * * *', options: { maxAttempts: 1, jobKey: 'index-earlier-texts' } },
  { task: 'recover-missed', match: '*/5 * * * *', options: { maxAttempts: 1, jobKey: 'recover-missed' } },
  {
    task: 'delete-expired-recordings',
    match: '37 * * * *',
    options: { maxAttempts: 3, jobKey: 'delete-expired-recordings' },
  },
  { task: 'prune', match: '17 * * * *', options: { maxAttempts: 3, jobKey: 'prune' } },
]

const concurrentJobs = 4

/** Runs background jobs in this process until `stop`, which lets those under way end (five seconds, then they are given back). */
export async function startJobRunner(
  installation: Installation,
  state: RunnerState,
): Promise<{ stop(): Promise<void> }> {
  const pool = openJobPool({ connectionString: installation.config.databaseUrl, maximum: concurrentJobs + 2 })
  const runner = await run(
    {
      pgPool: pool,
      concurrency: concurrentJobs,
      noHandleSignals: true,
      pollInterval: 2_000,
      logger: createJobLogger(installation.log),
    },
    Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, handler(installation, name, task)])),
    parseCronItems(cron),
  )
  state.running = true
  runner.promise.then(
    () => {
      state.running = false
    },
    (error: unknown) => {
      state.running = false
      installation.log.error({ err: error }, 'the job runner ended')
    },
  )
  return {
    async stop() {
      state.running = false
      await runner.stop().catch(() => undefined)
      await drained(pool)
      await pool.end()
    },
  }
}

const mostDrainTurns = 200

/**
 * The runner says that a job is done after it says that it has stopped. Whoever then still waits for a connection of a pool that is being
 * ended waits in vain, and the job is done again. At most two seconds: the database may be what is gone.
 */
async function drained(pool: pg.Pool) {
  for (let turn = 0; turn < mostDrainTurns; turn += 1) {
    if (pool.waitingCount === 0 && pool.idleCount === pool.totalCount) return
    await wait(10)
  }
}

/** Runs one job; one that fails for the last time is kept as a failed operation, so that somebody sees it and may try again. */
function handler(installation: Installation, name: string, task: Task) {
  return async function runJob(payload: unknown, { job }: JobHelpers) {
    const ctx: Context = { ...installation, actor: { type: 'job', task: name }, requestId: `job-${job.id}` }
    try {
      await task(ctx, payload)
    } catch (error) {
      if (job.attempts >= job.max_attempts) {
        const reason = error instanceof Error ? error.message : 'It failed without a reason.'
        await recordFailedOperation(ctx, {
          kind: 'job',
          subject: `${name}:${job.key ?? job.id}`,
          reason,
          payload: { task: name, payload },
        })
      }
      throw error
    }
  }
}
