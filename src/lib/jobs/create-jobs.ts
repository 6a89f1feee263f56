import type pg from 'pg'
import type { JobPayload, JobTask } from './job-payloads'

/** Background work. `enqueue` is part of the caller's transaction: the job exists when, and only when, that commits. */
export type Jobs = {
  /**
   * `key`: a job with the same key that has not begun is replaced, so that it runs once. `runAt`: not before. A job that fails is tried
   * `tries` times (default 10) with growing pauses, hours in all.
   */
  enqueue<Task extends JobTask>(
    tx: { client: Pick<pg.ClientBase, 'query'> } | { pool: Pick<pg.Pool, 'query'> },
    task: Task,
    payload: JobPayload<Task>,
    options?: { key?: string; runAt?: Date; tries?: number },
  ): Promise<void>
  /** Many jobs of one task in one statement, each with a payload and what `enqueue` takes as options. */
  enqueueAll<Task extends JobTask>(
    tx: { client: Pick<pg.ClientBase, 'query'> },
    task: Task,
    jobs: readonly { payload: JobPayload<Task>; key?: string; runAt?: Date; tries?: number }[],
  ): Promise<void>
  /** Whether this process is to run jobs, and does. */
  health(): Readonly<RunnerState>
}

/** `startJobRunner` writes it, readiness reads it. */
export type RunnerState = { wanted: boolean; running: boolean }

/** The part of background work that every process has; `startJobRunner` runs it where the role says so. */
export function createJobs(runner: RunnerState): Jobs {
  return {
    async enqueue(tx, task, payload, options = {}) {
      const queryable = 'client' in tx ? tx.client : tx.pool
      await queryable.query({
        name: 'enqueue-job',
        text: `select graphile_worker.add_job($1, payload := $2::json, run_at := $3, max_attempts := $4, job_key := $5)`,
        values: [task, JSON.stringify(payload), options.runAt ?? null, options.tries ?? 10, options.key ?? null],
      })
    },
    async enqueueAll(tx, task, jobs) {
      if (jobs.length === 0) return
      const specs = jobs.map(({ payload, key, runAt, tries }) => ({
        identifier: task,
        payload,
        run_at: runAt ?? null,
        max_attempts: tries ?? 10,
        job_key: key ?? null,
      }))
      await tx.client.query({
        name: 'enqueue-jobs',
        text: `select from graphile_worker.add_jobs(array(
                 select spec from json_populate_recordset(null::graphile_worker.job_spec, $1::json) as spec))`,
        values: [JSON.stringify(specs)],
      })
    },
    health: () => runner,
  }
}
