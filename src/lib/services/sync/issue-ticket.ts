import { createHash, randomBytes } from 'node:crypto'
import type { Installation } from '@/lib/context'
import type { LiveActor } from './live-actor'

const lifeMilliseconds = 30_000

/** A secret for one live stream, good for 30 s and one use on any instance; only its hash is kept. */
export async function issueTicket(
  { database, clock }: Pick<Installation, 'database' | 'clock'>,
  actor: LiveActor,
): Promise<{ ticket: string; expiresAt: string }> {
  const now = clock.now()
  const ticket = randomBytes(24).toString('base64url')
  const expiresAt = new Date(now.getTime() + lifeMilliseconds)
  // The expired ones are found by their index; there are few, because each issue removes them.
  await database.pool.query({
    name: 'issue-ticket',
    text: `with expired as (delete from twilio_sync_tickets where expires_at < $4)
           insert into twilio_sync_tickets (ticket_hash, actor, expires_at) values ($1, $2, $3)`,
    values: [hashTicket(ticket), JSON.stringify(actor), expiresAt, now],
  })
  return { ticket, expiresAt: expiresAt.toISOString() }
}

/** A ticket as it is kept. */
export function hashTicket(ticket: string) {
  return createHash('sha256').update(ticket).digest()
}
