import type { z } from 'zod'
import type { Context } from '@/lib/context'

/** Runs a job with whatever was stored as its payload. Throws to be tried again. */
export type Task = (ctx: Context, payload: unknown) => Promise<void>

/** A task that checks its payload (jobs/job-payloads.ts), then calls a verb. */
export function defineTask<Payload>(
  schema: z.ZodType<Payload>,
  run: (ctx: Context, payload: Payload) => Promise<void>,
): Task {
  return async (ctx, payload) => run(ctx, schema.parse(payload))
}
