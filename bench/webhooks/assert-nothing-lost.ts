import type pg from 'pg'
import type { WebhookKind } from './requests.ts'

/** Counts what a contestant has written against what it has answered: a lost or doubled row throws. */
export async function assertNothingLost(one: { name: string; client: pg.Client; next: Record<WebhookKind, number> }) {
  const { rows } = await one.client.query<Record<string, string>>(
    `select (select count(*) from twilio_messages where direction = 'inbound') as texts,
            (select sum(unread_count) from conversations) as unread,
            (select count(*) from twilio_events where type = 'message.received') as announced,
            (select count(*) from twilio_webhook_facts where kind = 'sms') as facts,
            (select count(*) from twilio_webhook_facts where kind = 'message-status') as reports,
            (select count(*) from twilio_webhook_facts where event_key like '%:delivered') as reported_delivered,
            (select count(*) from twilio_messages where status = 'delivered') as delivered`,
  )
  const counted = rows[0]
  if (!counted) throw new Error('nothing was counted')
  for (const name of ['texts', 'unread', 'announced', 'facts']) equal(one, name, counted[name], one.next.sms)
  equal(one, 'reports', counted.reports, one.next['message-status'])
  equal(one, 'delivered', counted.delivered, Number(counted.reported_delivered))
}

function equal(one: { name: string }, what: string, counted: string | undefined, answered: number) {
  if (Number(counted) !== answered) throw new Error(`${one.name}: ${counted} ${what} for ${answered} answered`)
}
