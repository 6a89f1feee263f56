import type { Context } from 'hono'
import type { AppEnv } from '@/api/request-context'
import { InvalidError } from '@/shared/errors'

/** The body of a request that sends a CSV file. Throws InvalidError for another type. */
export async function readCsvBody(c: Context<AppEnv>): Promise<string> {
  if (!/^text\/csv\b/.test(c.req.header('content-type') ?? '')) {
    throw new InvalidError('Send the file as text/csv.')
  }
  return c.req.text()
}
