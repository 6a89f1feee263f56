import { defineTask } from '@/lib/jobs/define-task'
import { jobPayloads } from '@/lib/jobs/job-payloads'
import { retryOperation as retry } from '@/lib/services/operations/retry-operation'
import { DomainError } from '@/shared/errors'

/** Tries a failed operation again when its pause is over. What it fails with is kept in the operation, so the job itself is done. */
export const retryOperation = defineTask(jobPayloads['retry-operation'], async (ctx, { operationId }) => {
  try {
    await retry(ctx, { id: operationId })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
})
