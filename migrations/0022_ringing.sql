-- A person's own phone, rung for callers who are to reach them.
alter table users add column phone_number text;
alter table host_people add column phone_number text;

-- Callers who may have reached nobody, and the text they get for it: a minute after the call, when its recordings are known.
create table missed_call_texts (
  call_id uuid primary key references twilio_call_logs on delete cascade,
  our_number text not null,
  their_number text not null,
  -- The id under which the text is sent, so that it is sent once.
  message_id uuid not null unique,
  status text not null check (status in ('pending', 'sent', 'held', 'skipped', 'refused', 'failed')),
  reason text,
  due_at timestamptz not null,
  created_at timestamptz not null
);
create index missed_call_texts_due on missed_call_texts (due_at) where status = 'pending';
create index missed_call_texts_caller on missed_call_texts (their_number, created_at desc);
call eva_protect_table('missed_call_texts');

-- Several are rung for a caller who waits in a room: how far the number's plan has come, and until when they are rung at most. `rings_until` is
-- null once somebody has taken the call, or nobody has.
alter table twilio_conferences
  add column ring jsonb,
  add column rings_until timestamptz;
create index twilio_conferences_rings_until on twilio_conferences (rings_until) where rings_until is not null;
