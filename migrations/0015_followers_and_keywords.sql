-- Followers of the event log: what happens after a fact, beside the webhook that brought it. `after` moves in the transaction of the effects.
create table twilio_event_followers (
  name text primary key,
  after bigint not null
);
call eva_protect_table('twilio_event_followers');

-- Rules that answer a text by its words. Asked in the order of `position`; the first that applies answers.
create table sms_keywords (
  id uuid primary key,
  name text not null,
  -- Null: on all of our numbers.
  our_number text,
  match text not null check (match in ('exact', 'starts_with', 'contains', 'pattern', 'any')),
  words text[] not null,
  position integer not null,
  enabled boolean not null,
  -- { timeZone, days, from, to, when, closedOn }; null: at any time.
  hours jsonb,
  reply_body text,
  reply_template_id uuid,
  tags text[] not null,
  assign_to text,
  flow_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sms_keywords_order on sms_keywords (position, id);
call eva_protect_table('sms_keywords');

-- What was done about a text by itself, by a rule or by a suggestion that may send itself: one row per text, so one reply.
create table automatic_replies (
  message_id uuid primary key references twilio_messages on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  kind text not null check (kind in ('keyword', 'auto_reply')),
  keyword_id uuid references sms_keywords on delete set null,
  -- The id under which the reply is sent, so that it is sent once; null when there is none to send.
  reply_message_id uuid,
  -- What the reply says; templates are filled when it is sent.
  body text,
  status text not null check (status in ('pending', 'done', 'sent', 'held', 'skipped', 'refused', 'failed')),
  reason text,
  created_at timestamptz not null
);
create index automatic_replies_conversation on automatic_replies (conversation_id, created_at desc);
create index automatic_replies_newest on automatic_replies (created_at desc, message_id desc);
create index automatic_replies_keyword on automatic_replies (keyword_id, created_at desc) where keyword_id is not null;
call eva_protect_table('automatic_replies');

-- Texts that ask in their own words to be left alone, until a person has decided. One open row per number.
create table opt_out_suggestions (
  id uuid primary key,
  phone_number text not null,
  our_number text not null,
  conversation_id uuid not null references conversations on delete cascade,
  message_id uuid not null unique references twilio_messages on delete cascade,
  words text not null,
  -- The part of the words that says so.
  phrase text not null,
  status text not null check (status in ('open', 'confirmed', 'dismissed')),
  created_at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create unique index opt_out_suggestions_open on opt_out_suggestions (phone_number) where status = 'open';
create index opt_out_suggestions_newest on opt_out_suggestions (created_at desc, id desc);
create index opt_out_suggestions_conversation on opt_out_suggestions (conversation_id);
call eva_protect_table('opt_out_suggestions');

-- What an AI step makes of a text: what it wants, in what mood, and what could be answered.
create table message_suggestions (
  message_id uuid primary key references twilio_messages on delete cascade,
  intent text not null,
  sentiment text not null,
  confidence real not null,
  draft text not null,
  source text not null check (source in ('local', 'model')),
  model text,
  -- Why the model did not answer, when one is configured and this is the local answer.
  problem text,
  created_at timestamptz not null
);
call eva_protect_table('message_suggestions');

create table ai_settings (
  only_row boolean primary key default true check (only_row),
  -- Intents whose draft is sent by itself.
  auto_reply_intents text[] not null,
  daily_requests integer not null check (daily_requests >= 0),
  daily_tokens integer not null check (daily_tokens >= 0),
  updated_at timestamptz not null
);
insert into ai_settings (auto_reply_intents, daily_requests, daily_tokens, updated_at) values ('{}', 1000, 1000000, 'epoch');
call eva_protect_table('ai_settings');

-- What the model was asked today, by all instances together.
create table ai_usage (
  day date primary key,
  requests integer not null,
  tokens integer not null
);
call eva_protect_table('ai_usage');

-- What a contact is filed under; rules add to it.
alter table contacts add column tags text[] not null default '{}';
