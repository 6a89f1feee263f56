import type pg from 'pg'
import { likelyTimeZone, zoneEvidenceOf } from '@/lib/services/permission/quiet-hours/places-of'
import { contactEvidence } from '@/lib/services/permission/read-evidence'
import type { Purpose } from '@/shared/permission/purpose'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { ScheduledMessage, ScheduledStatus } from '@/shared/schemas/scheduled-message'

/** A row of scheduled_messages as `scheduledColumns` selects it. */
export type ScheduledRow = {
  id: string
  message_id: string
  status: ScheduledStatus
  to_number: string
  from_number: string
  body: string
  media_urls: string[]
  purpose: Purpose
  wanted_at: Date
  send_at: Date
  expires_at: Date
  cancel_if_they_reply: boolean
  rule: string | null
  reason: string | null
  claimed_until: Date | null
  attempts: number
  created_by: string
  created_at: Date
  settled_at: Date | null
  contact: Record<string, string | null> | null
}

/** For a statement that calls the table `later` and joins `scheduledContactJoin`. */
export const scheduledColumns = `later.id, later.message_id, later.status, later.to_number, later.from_number, later.body, later.media_urls,
  later.purpose, later.wanted_at, later.send_at, later.expires_at, later.cancel_if_they_reply, later.rule, later.reason,
  later.claimed_until, later.attempts, later.created_by, later.created_at, later.settled_at, to_jsonb(contact) as contact`

export const scheduledContactJoin = 'left join contacts as contact on contact.phone_number = later.to_number'

/** A text for later as lists, answers and live events show it. */
export function toScheduledMessage(row: ScheduledRow): ScheduledMessage {
  return {
    id: row.id,
    messageId: row.message_id,
    status: row.status,
    to: row.to_number,
    from: row.from_number,
    contactName: row.contact?.name ?? null,
    timeZone: likelyTimeZone(zoneEvidenceOf(row.to_number, contactEvidence(row.contact))),
    body: row.body,
    mediaUrls: row.media_urls,
    purpose: row.purpose,
    wantedAt: row.wanted_at.toISOString(),
    sendAt: row.send_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    cancelIfTheyReply: row.cancel_if_they_reply,
    rule: row.rule,
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  }
}

export function scheduledEvent(row: ScheduledRow): NewLiveEvent {
  return { type: 'scheduled_message.changed', data: { scheduledMessage: toScheduledMessage(row) } }
}

/** The row with this id, or null. */
export async function findScheduled(client: Pick<pg.ClientBase, 'query'>, id: string): Promise<ScheduledRow | null> {
  const result = await client.query<ScheduledRow>({
    name: 'find-scheduled',
    text: `select ${scheduledColumns} from scheduled_messages as later ${scheduledContactJoin} where later.id = $1`,
    values: [id],
  })
  return result.rows[0] ?? null
}
