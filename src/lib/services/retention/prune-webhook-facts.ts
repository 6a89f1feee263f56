import type { Database } from '@/lib/db/client'

/**
 * Forgets webhooks as they were sent, batch by batch, but not those that still wait to be handled; of a call's statuses the timeline keeps
 * what it shows. By twilio_webhook_facts_received and failed_operations_open.
 */
export async function pruneWebhookFacts(
  database: Pick<Database, 'pool'>,
  { before, batchSize }: { before: Date; batchSize: number },
): Promise<void> {
  for (let deleted = batchSize; deleted === batchSize;) {
    const { rows } = await database.pool.query<{ deleted: number }>({
      name: 'prune-webhook-facts',
      text: `with gone as (
               delete from twilio_webhook_facts where ctid = any(array(
                 select fact.ctid from twilio_webhook_facts fact
                  where fact.received_at <= $1
                    and not (fact.kind = 'unhandled' and exists (
                      select from failed_operations
                       where kind = 'webhook' and settled_at is null and payload ->> 'eventKey' = fact.event_key))
                  limit $2 for update skip locked))
               returning event_key, kind, received_at
             ), kept as (
               insert into twilio_call_statuses (call_sid, status, at)
               select left(event_key, 34), substring(event_key from 36), received_at from gone where kind = 'call-status'
               on conflict do nothing
             )
             select count(*)::int as deleted from gone`,
      values: [before, batchSize],
    })
    deleted = rows[0]?.deleted ?? 0
  }
}
