import { createHash } from 'node:crypto'
import type { Installation } from '@/lib/context'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { storable } from '@/lib/utils/storable'
import type { KeptWebhook } from './kept-webhook'

/**
 * Keeps what Twilio told us and we could not handle: the fact as it was sent, and a failed operation that shows it and handles it again by
 * itself with growing pauses. The same webhook again is the same fact. `reason` is a sentence that repeats nothing of its content.
 */
export async function keepUnhandledWebhook(
  ctx: Pick<Installation, 'database' | 'clock' | 'jobs'>,
  webhook: Omit<KeptWebhook, 'receivedAt'> & { reason: string; receivedAt?: Date },
): Promise<void> {
  const digest = createHash('sha256').update(`${webhook.route}${webhook.query}\n${webhook.raw}`).digest('hex')
  const eventKey = `unhandled:${digest}`
  await ctx.database.transaction(async (tx) => {
    await tx.client.query({
      name: 'keep-unhandled-webhook',
      text: `insert into twilio_webhook_facts (event_key, kind, raw, received_at) values ($1, 'unhandled', $2, $3) on conflict do nothing`,
      values: [eventKey, storable(webhook.raw), webhook.receivedAt ?? ctx.clock.now()],
    })
    await recordFailedOperation(
      ctx,
      {
        kind: 'webhook',
        subject: `${webhook.route.split('/').slice(4).join('/')}:${digest.slice(0, 16)}`,
        reason: webhook.reason,
        payload: { route: webhook.route, query: webhook.query, json: webhook.json, eventKey },
        automatic: true,
      },
      tx,
    )
  })
}
