import type pg from 'pg'

/** What grows with texts and calls beside them, on top of `fillInbox`: as many rows as years would leave. Made by the database. */
const statements = [
  `update twilio_call_logs set ended_at = started_at + interval '2 minutes'`,
  `insert into permission_verdicts (id, at, medium, purpose, to_number, from_number, verdict, actor)
   select gen_random_uuid(), created_at, 'message', 'manual', from_number, to_number, 'allowed', 'operator:x'
   from twilio_messages where direction = 'outbound'`,
  `insert into message_suggestions (message_id, intent, sentiment, confidence, draft, source, created_at)
   select id, 'other', 'neutral', 0.5, 'Thank you.', 'local', created_at from twilio_messages where direction = 'inbound'`,
  `insert into automatic_replies (message_id, conversation_id, kind, status, created_at)
   select id, conversation_id, 'auto_reply', 'sent', created_at from twilio_messages where direction = 'inbound' order by created_at desc limit 100000`,
  `insert into twilio_opt_outs (id, phone_number, kind, source, recorded_at)
   select gen_random_uuid(), their_number, case when n % 3 = 0 then 'opted_in' else 'opted_out' end, 'keyword', last_message_at
   from (select *, row_number() over () as n from conversations) c where n % 4 = 0`,
  `insert into opt_out_suggestions (id, phone_number, our_number, conversation_id, message_id, words, phrase, status, created_at)
   select gen_random_uuid(), from_number, to_number, conversation_id, id, body, 'stop', 'dismissed', created_at
   from twilio_messages where direction = 'inbound' order by created_at desc limit 30000`,
  `insert into contact_consents (sequence, id, phone_number, kind, medium, source, words, occurred_at, recorded_by, recorded_at, digest, hash)
   select n, gen_random_uuid(), '+1415' || lpad((n * 37)::text, 7, '0'), 'granted', 'any', 'form', 'Yes', '2026-01-01', 'system', '2026-01-01', 'd', 'h'
   from generate_series(1, 100000) n`,
  `insert into phone_lookups (phone_number, line_type, source, looked_up_at)
   select '+1415' || lpad((n * 37)::text, 7, '0'), 'mobile', 'lookup', '2026-01-01' from generate_series(1, 60000) n`,
  `insert into scheduled_messages (id, message_id, to_number, from_number, body, purpose, wanted_at, send_at, expires_at, status, created_by,
                                   created_at, updated_at, settled_at)
   select gen_random_uuid(), gen_random_uuid(), from_number, to_number, body, 'manual', created_at, created_at, created_at + interval '1 day',
          case when n <= 2000 then 'scheduled' else 'sent' end, 'operator:x', created_at, created_at, case when n > 2000 then created_at end
   from (select *, row_number() over (order by created_at desc) as n from twilio_messages where direction = 'outbound' limit 60000) texts`,
  `insert into twilio_media (id, origin, content_type, size_bytes, status, storage_key, created_at, updated_at)
   select id, 'twilio', 'image/jpeg', 1000, 'stored', 'k' || id, created_at, created_at
   from twilio_messages where direction = 'inbound' order by created_at desc limit 100000`,
  `insert into twilio_message_media (message_id, position, media_id) select id, 1, id from twilio_media`,
  `insert into conversation_changes (id, conversation_id, at, what) select gen_random_uuid(), id, last_message_at, 'done' from conversations`,
  `insert into failed_operations (id, kind, subject, reason, payload, status, created_at, updated_at, settled_at)
   select gen_random_uuid(), 'send', gen_random_uuid(), 'x', '{}', case when n <= 50 then 'failed' else 'succeeded' end,
          timestamptz '2026-11-25' - n * interval '1 minute', '2026-11-25', case when n > 50 then timestamptz '2026-11-25' end
   from generate_series(1, 50000) n`,
  `insert into idempotency_keys (actor, key, request_hash, subject_id, claimed_until, answer_status, created_at, expires_at)
   select 'api-key:x', 'k' || n, 'h', gen_random_uuid(), '2026-11-24', 201, '2026-11-24', timestamptz '2026-11-25' + n * interval '1 second'
   from generate_series(1, 80000) n`,
  `insert into twilio_events (type, at, data)
   select 'message.status_changed', timestamptz '2026-11-25' + n * interval '1 second', '{}' from generate_series(1, 500000) n`,
  `insert into audit_log (id, at, actor, action, subject)
   select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 minute', 'operator:x', 'message.send', 's' || n
   from generate_series(1, 300000) n`,
  `insert into twilio_webhook_facts (event_key, kind, raw, received_at)
   select message_sid || ':received', 'sms', 'Body=x', created_at from twilio_messages`,
]

export async function fillRest(client: pg.ClientBase) {
  for (const statement of statements) await client.query(statement)
  await client.query('vacuum (analyze)')
}
