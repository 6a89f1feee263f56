import type { Task } from './define-task'
import type { JobTask } from './job-payloads'
import { prune } from './tasks/prune'
import { reconcileStale } from './tasks/reconcile-stale'
import { reconcileUnknownSends } from './tasks/reconcile-unknown-sends'
import { retryOperation } from './tasks/retry-operation'
import { syncNumbers } from './tasks/sync-numbers'

/** Every job has its task: forget one and this does not compile. */
export const tasks: Record<JobTask, Task> = {
  'reconcile-stale': reconcileStale,
  'reconcile-unknown-sends': reconcileUnknownSends,
  'retry-operation': retryOperation,
  'sync-numbers': syncNumbers,
  prune,
}
