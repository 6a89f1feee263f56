import type { Context as HonoContext } from 'hono'
import type { Actor, Context, Installation } from '@/lib/context'

/** Variables that middleware sets on a request. */
export type Variables = {
  requestId: string
  actor: Actor | undefined
  /** The id the new row must have when the request carries an Idempotency-Key (api/middleware/idempotent.ts). */
  newId: string | undefined
}
export type AppEnv = { Variables: Variables }

/** The service context of a request, for the actor that middleware recognised. */
export function contextFrom(installation: Installation, c: HonoContext<AppEnv>): Context {
  return { ...installation, actor: c.get('actor') ?? { type: 'system' }, requestId: c.get('requestId') }
}
