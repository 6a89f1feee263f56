import pg from 'pg'

/** What a failed write means for those that were in it. */
export type WriteFailure = 'bad row' | 'conflict' | 'unavailable'

/**
 * 'conflict': another transaction was in the way (deadlock, serialization, the same key at once), the same write may be tried again. 'unavailable': the
 * database is gone, full, shutting down or silent. Everything else is somebody's data.
 */
export function classifyDatabaseError(error: unknown): WriteFailure {
  if (!(error instanceof pg.DatabaseError)) return isConnectionFailure(error) ? 'unavailable' : 'bad row'
  const sqlState = error.code ?? ''
  if (/^(40001|40P01|23505)$/.test(sqlState)) return 'conflict'
  // 08 connection, 53 resources, 57 operator (shutdown, timeout), 58 system, 55P03 lock timeout, 25P03 idle too long; 3D000 dropped.
  if (/^(08|53|57|58|XX)|^(55P03|25P03|25006|3D000)$/.test(sqlState)) return 'unavailable'
  return 'bad row'
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])

function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isConnectionFailure)
  if ('code' in error && typeof error.code === 'string' && connectionCodes.has(error.code)) return true
  // pg's own: "Connection terminated unexpectedly", "timeout exceeded when trying to connect", "Query read timeout".
  return /connection|timeout|Client (was closed|has encountered)/i.test(error.message)
}
