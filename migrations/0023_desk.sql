-- How calls are worked with: the policy by which calls that reached nobody are tried again, and the list of dispositions. Versions.
create table call_settings (
  version integer primary key,
  settings jsonb not null,
  created_by text not null,
  created_at timestamptz not null
);
call eva_protect_table('call_settings');

-- Calls that reached nobody and are placed again later. The id is the one that the new call gets, so that it is placed once.
create table call_retries (
  id uuid primary key,
  retry_of uuid not null unique references twilio_call_logs on delete cascade,
  -- 1: the first time it is tried again.
  attempt integer not null,
  from_number text not null,
  to_number text not null,
  -- How the call before ended: busy, no-answer, failed.
  ended text not null,
  status text not null check (status in ('planned', 'placing', 'placed', 'canceled', 'skipped', 'failed')),
  -- Why it waits longer than planned, or why it was not placed.
  reason text,
  -- When it is placed; while it is being placed: when somebody else may take it over.
  due_at timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create index call_retries_due on call_retries (due_at, id) where status in ('planned', 'placing');
create index call_retries_settled on call_retries (settled_at desc, id desc) where settled_at is not null;
create index call_retries_open_to on call_retries (to_number) where status in ('planned', 'placing');
call eva_protect_table('call_retries');

-- People who asked to be called back: one open request each, whatever they asked by.
create table call_backs (
  id uuid primary key,
  their_number text not null,
  our_number text not null,
  -- The call in which they asked, and what they said they want.
  call_sid text,
  wish text,
  status text not null check (status in ('open', 'done', 'canceled')),
  -- The person of ours who has said that they will.
  claimed_by text,
  -- The call that reached them.
  reached_call_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  settled_at timestamptz,
  settled_by text
);
create unique index call_backs_open_number on call_backs (their_number) where status = 'open';
create index call_backs_open on call_backs (created_at, id) where status = 'open';
create index call_backs_settled on call_backs (settled_at desc, id desc) where settled_at is not null;
call eva_protect_table('call_backs');

-- What is left on somebody's voicemail: words to be spoken, or a sound. One person's, or the firm's (person_id null).
create table voicemail_greetings (
  id uuid primary key,
  person_id text,
  name text not null,
  words text,
  storage_key text,
  content_type text,
  created_by text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check ((words is null) <> (storage_key is null))
);
create index voicemail_greetings_kept on voicemail_greetings (created_at, id) where deleted_at is null;
call eva_protect_table('voicemail_greetings');
