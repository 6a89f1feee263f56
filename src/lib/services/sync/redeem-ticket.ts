import type { Installation } from '@/lib/context'
import { UnauthenticatedError } from '@/shared/errors'
import { hashTicket } from './issue-ticket'
import { LiveActorSchema, type LiveActor } from './live-actor'

/** Whom a ticket was given to. Throws UnauthenticatedError when it is unknown, used or expired: deleting it is what uses it. */
export async function redeemTicket(
  { database, clock }: Pick<Installation, 'database' | 'clock'>,
  ticket: string,
): Promise<LiveActor> {
  const result = await database.pool.query<{ actor: unknown; expires_at: Date }>({
    name: 'redeem-ticket',
    text: 'delete from twilio_sync_tickets where ticket_hash = $1 returning actor, expires_at',
    values: [hashTicket(ticket)],
  })
  const row = result.rows[0]
  if (!row || row.expires_at <= clock.now()) {
    throw new UnauthenticatedError('The ticket is unknown, used or expired. Ask for a new one.')
  }
  return LiveActorSchema.parse(row.actor)
}
