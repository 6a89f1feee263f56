import type { Transaction } from '@/lib/db/client'
import type { Purpose } from '@/shared/permission/purpose'
import type { ContactEvidence, Evidence } from './evidence'

type Row = {
  phone_number: string
  opt_kind: 'opted_out' | 'opted_in' | null
  opt_words: string | null
  opt_at: Date | null
  opted_out_at: Date | null
  consent_kind: 'granted' | 'revoked' | null
  consent_source: string
  consent_occurred_at: Date
  consent_recorded_at: Date
  contact: Record<string, unknown> | null
  last_text_from_them: Date | null
  last_call_from_them: Date | null
  last_call: Date | null
  line_type: string | null
  refusal_at: Date | null
  refusal_words: string
  unprompted: Date[]
}

/** What counts towards the limit of automatic messages to one person. */
const counted: readonly Purpose[] = ['keyword', 'auto_reply', 'flow', 'missed_call', 'call_retry', 'campaign']

/**
 * One read for any number of recipients. Served by twilio_opt_outs_newest, contact_consents_newest, contacts.phone_number, opt_out_suggestions_open,
 * conversations_their_number with twilio_messages_thread, twilio_call_logs_from and _to, and permission_verdicts_recipient.
 */
const text = `
select asked.phone_number, opt_out.kind as opt_kind, opt_out.words as opt_words, opt_out.recorded_at as opt_at,
       (select max(recorded_at) from twilio_opt_outs past
         where past.phone_number = asked.phone_number and past.kind = 'opted_out') as opted_out_at,
       consent.kind as consent_kind, consent.source as consent_source, consent.occurred_at as consent_occurred_at,
       consent.recorded_at as consent_recorded_at, to_jsonb(contact) as contact, heard.at as last_text_from_them,
       called.at as last_call_from_them,
       greatest(called.at,
         (select answered_at from twilio_call_logs where to_number = asked.phone_number and direction = 'outbound'
             and answered_at is not null and started_at >= $2::timestamptz - interval '60 days'
           order by started_at desc limit 1)) as last_call,
       looked_up.line_type, refusal.created_at as refusal_at, refusal.words as refusal_words,
       (select coalesce(array_agg(at order by at desc), '{}') from permission_verdicts
         where to_number = asked.phone_number and at > $2::timestamptz - interval '7 days' and verdict = 'allowed'
           and not prompted and purpose = any($4::text[])) as unprompted
  from unnest($1::text[]) as asked (phone_number)
  left join lateral (select kind, words, recorded_at from twilio_opt_outs where phone_number = asked.phone_number
                      order by recorded_at desc, id desc limit 1) as opt_out on true
  left join lateral (select kind, source, occurred_at, recorded_at from contact_consents
                      where phone_number = asked.phone_number and medium in ($3, 'any')
                      order by sequence desc limit 1) as consent on true
  left join contacts as contact on contact.phone_number = asked.phone_number
  left join opt_out_suggestions as refusal on refusal.phone_number = asked.phone_number and refusal.status = 'open'
  left join phone_lookups as looked_up on looked_up.phone_number = asked.phone_number
  left join lateral (select started_at as at from twilio_call_logs
                      where from_number = asked.phone_number and direction = 'inbound'
                      order by started_at desc limit 1) as called on true
  left join lateral (select max(newest.created_at) as at from conversations as thread
                      cross join lateral (select created_at from twilio_messages
                                           where conversation_id = thread.id and direction = 'inbound'
                                           order by created_at desc limit 1) as newest
                      where thread.their_number = asked.phone_number) as heard on true`

/** What is known of each recipient at a moment, by number. */
export async function readEvidence(
  client: Pick<Transaction['client'], 'query'>,
  asked: { phoneNumbers: readonly string[]; medium: 'message' | 'call'; at: Date },
): Promise<Map<string, Evidence>> {
  const result = await client.query<Row>({
    name: 'read-evidence',
    text,
    values: [[...new Set(asked.phoneNumbers)], asked.at, asked.medium, counted],
  })
  return new Map(result.rows.map((row) => [row.phone_number, toEvidence(row)]))
}

function toEvidence(row: Row): Evidence {
  return {
    optOut: row.opt_kind && row.opt_at && { kind: row.opt_kind, recordedAt: row.opt_at, words: row.opt_words },
    optedOutAt: row.opted_out_at,
    openRefusal: row.refusal_at && { at: row.refusal_at, words: row.refusal_words },
    contact: contactEvidence(row.contact),
    consent: row.consent_kind && {
      kind: row.consent_kind,
      source: row.consent_source,
      occurredAt: row.consent_occurred_at,
      recordedAt: row.consent_recorded_at,
    },
    lastTextFromThem: row.last_text_from_them,
    lastCallFromThem: row.last_call_from_them,
    lastCall: row.last_call,
    lineType: row.line_type,
    unprompted: row.unprompted,
  }
}

/** A row of contacts, as JSON has it. */
export function contactEvidence(contact: Record<string, unknown> | null): ContactEvidence | null {
  if (!contact) return null
  const of = (column: string) => (typeof contact[column] === 'string' ? contact[column] : null)
  return {
    timeZone: of('time_zone'),
    region: of('address_region'),
    postalCode: of('address_postal_code'),
    country: of('address_country'),
  }
}
