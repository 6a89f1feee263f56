-- What Twilio told us, as it told us: the body (or query) of each webhook that was signed, once per event.
create table twilio_webhook_facts (
  -- SID and event, such as 'SM…:delivered'; the same event twice is the same row.
  event_key text primary key,
  kind text not null,
  raw text not null,
  received_at timestamptz not null
);
call eva_protect_table('twilio_webhook_facts');

-- The live log. Rows are inserted last in a transaction, under the advisory lock of lib/utils/twilio-broadcast.ts,
-- held to the commit: ids sort as commits do, so a reader that has seen id n has seen all below it.
create table twilio_events (
  id bigint generated always as identity primary key,
  type text not null,
  at timestamptz not null,
  data json not null
);
create index twilio_events_at on twilio_events using brin (at);
call eva_protect_table('twilio_events');

create table audit_log (
  id uuid primary key,
  at timestamptz not null,
  -- 'operator:<id>', 'api-key:<id>', 'webhook:twilio', 'job:<task>' or 'system'.
  actor text not null,
  action text not null,
  subject text,
  details jsonb
);
create index audit_log_newest on audit_log (at desc, id desc);
create index audit_log_subject on audit_log (subject, at desc) where subject is not null;
call eva_protect_table('audit_log');
