create table conversations (
  id uuid primary key,
  our_number text not null,
  their_number text not null,
  last_message_at timestamptz not null,
  last_message_preview text not null,
  last_message_direction text not null,
  unread_count integer not null default 0,
  created_at timestamptz not null,
  unique (our_number, their_number)
);
create index conversations_newest on conversations (last_message_at desc, id desc);
create index conversations_their_number on conversations (their_number);
call eva_protect_table('conversations');

create table twilio_messages (
  id uuid primary key,
  -- Null until Twilio has accepted the text; an unsettled attempt has none.
  message_sid text unique,
  conversation_id uuid not null references conversations,
  direction text not null check (direction in ('inbound', 'outbound')),
  status text not null,
  -- The rank of status in shared/messages/message-status-rank.ts: a row only ever moves up.
  status_rank smallint not null,
  from_number text not null,
  to_number text not null,
  messaging_service_sid text,
  body text not null,
  num_segments smallint not null,
  num_media smallint not null default 0,
  -- [{ url, contentType }]
  media jsonb,
  -- STOP, START or HELP when the text was a keyword.
  keyword text,
  error_code integer,
  created_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index twilio_messages_thread on twilio_messages (conversation_id, created_at desc, id desc);
create index twilio_messages_newest on twilio_messages (created_at desc, id desc);
call eva_protect_table('twilio_messages');

-- A ledger: appended, never edited. The newest row for a number says whether it may be texted.
create table twilio_opt_outs (
  id uuid primary key,
  phone_number text not null,
  kind text not null check (kind in ('opted_out', 'opted_in')),
  source text not null check (source in ('keyword', 'twilio', 'manual', 'import')),
  words text,
  our_number text,
  message_sid text,
  recorded_by text,
  recorded_at timestamptz not null
);
create index twilio_opt_outs_newest on twilio_opt_outs (phone_number, recorded_at desc, id desc);
call eva_protect_table('twilio_opt_outs');
