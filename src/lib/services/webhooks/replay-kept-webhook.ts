import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { isOutage } from '@/lib/services/health/is-outage'
import { ConflictError, DomainError } from '@/shared/errors'
import type { ReplayWebhook } from './kept-webhook'
import { whyUnhandled } from './why-unhandled'

/** What `keepUnhandledWebhook` leaves in the failed operation; the body is the fact `eventKey`. */
const Kept = z.object({
  route: z.string(),
  query: z.string().default(''),
  json: z.boolean().default(false),
  eventKey: z.string(),
})

/** Handles a kept webhook again, as if it came when it came. ConflictError with a sentence when it still cannot be handled. */
export async function replayKeptWebhook(
  ctx: CoreContext & { replayWebhook?: ReplayWebhook },
  payload: Record<string, unknown>,
): Promise<void> {
  if (!ctx.replayWebhook) throw new ConflictError('Only the server itself can handle a webhook again.')
  const { eventKey, ...kept } = Kept.parse(payload)
  const { rows } = await ctx.database.pool.query<{ raw: string; received_at: Date }>({
    name: 'kept-webhook',
    text: 'select raw, received_at from twilio_webhook_facts where event_key = $1',
    values: [eventKey],
  })
  const [fact] = rows
  if (!fact) throw new ConflictError('What Twilio sent is no longer kept.')
  try {
    await ctx.replayWebhook({ ...kept, raw: fact.raw, receivedAt: fact.received_at })
  } catch (error) {
    if (error instanceof DomainError || isOutage(error)) throw error
    ctx.log.error({ err: error, route: kept.route }, 'a kept webhook could not be handled')
    throw new ConflictError(whyUnhandled(error))
  }
}
