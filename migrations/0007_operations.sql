-- A call has no status for "the request left and no answer came"; an attempt without a SID carries the moment it became so.
alter table twilio_call_logs add column unknown_since timestamptz;
-- What was asked for besides the numbers (url, record, machineDetection), so that a call can be placed again as it was meant.
alter table twilio_call_logs add column request jsonb;

-- Attempts that Twilio has neither accepted nor refused: few rows, whatever the size of the tables.
create index twilio_call_logs_unsettled on twilio_call_logs (created_at) where call_sid is null and ended_at is null;
create index twilio_messages_unsettled on twilio_messages (created_at)
  where message_sid is null and status in ('pending', 'unknown');

create index twilio_call_logs_status on twilio_call_logs (status, started_at desc, id desc);
create index conversations_unread on conversations (id) where unread_count > 0;
create index contacts_name on contacts (lower(name), id);

-- Finds a contact by any part of a name or number. PostgreSQL ships pg_trgm and lets the owner of a database add it; where it may not be
-- added, searching reads all contacts.
do $$
begin
  create extension if not exists pg_trgm;
  create index contacts_search on contacts using gin (name gin_trgm_ops, phone_number gin_trgm_ops);
exception when others then
  raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;

-- What permit() said about each text and call that was to go out, and why.
create table permission_verdicts (
  id uuid primary key,
  at timestamptz not null,
  medium text not null check (medium in ('message', 'call')),
  purpose text not null,
  to_number text not null,
  from_number text not null,
  verdict text not null check (verdict in ('allowed', 'held', 'refused')),
  -- The rule that held or refused, such as 'opted_out'.
  rule text,
  reason text,
  held_until timestamptz,
  actor text not null
);
create index permission_verdicts_recipient on permission_verdicts (to_number, at desc);
create index permission_verdicts_at on permission_verdicts using brin (at);
call eva_protect_table('permission_verdicts');

-- One row per Idempotency-Key and caller. subject_id is the id of the row the request makes: a second process that takes the claim over
-- finds that row and does not act again.
create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  subject_id uuid not null,
  claimed_until timestamptz not null,
  answer_status smallint,
  answer_body text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_keys_expired on idempotency_keys (expires_at);
call eva_protect_table('idempotency_keys');

-- What went wrong and waits for a person or for its next try. One open row per kind and subject.
create table failed_operations (
  id uuid primary key,
  kind text not null,
  subject text not null,
  reason text not null,
  payload jsonb not null,
  status text not null check (status in ('failed', 'retrying', 'succeeded', 'dismissed')),
  attempts integer not null default 1,
  -- Tried again by itself with growing pauses, the next time at retry_at; otherwise only when a person asks.
  automatic boolean not null default false,
  retry_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create unique index failed_operations_open on failed_operations (kind, subject) where settled_at is null;
create index failed_operations_newest on failed_operations (created_at desc, id desc);
call eva_protect_table('failed_operations');

-- The timeline of a call asks for its facts by SID. Partial, so that texts, which are many more, do not pay for it.
create index twilio_webhook_facts_call on twilio_webhook_facts (left(event_key, 34), received_at) where kind = 'call-status';
