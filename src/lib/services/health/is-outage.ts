import { classifyDatabaseError } from '@/lib/db/classify-database-error'

/** Whether an error, or what caused it, says that the database is gone rather than that somebody's request or our statement is wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return classifyDatabaseError(error) === 'unavailable' || isOutage(error.cause)
}
