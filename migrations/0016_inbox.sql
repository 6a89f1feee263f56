-- Conversations as a team works with them. The columns are narrow, because a row is written anew with every text.
alter table conversations
  add column status text not null default 'open' check (status in ('open', 'snoozed', 'done')),
  add column snoozed_until timestamptz check ((status = 'snoozed') = (snoozed_until is not null)),
  -- A person's id, and their name so that no report of a text has to look it up.
  add column assigned_to text,
  add column assigned_name text check ((assigned_to is null) = (assigned_name is null)),
  -- The actor who sent the last text.
  add column last_outbound_by text,
  -- Counts what people changed: of two reports the one with the higher count is the later.
  add column revision integer not null default 0,
  -- Where the event log ended when somebody last set the status: a text behind it reopens.
  add column status_cursor bigint not null default 0;

-- One order for every list: within a status, and merged for all. An index more would be paid for by every text (docs/decisions/0005-inbox-lists.md).
drop index if exists conversations_newest;
create index conversations_inbox on conversations (status, last_message_slot desc);
create index conversations_assigned on conversations (assigned_to, status, last_message_slot desc) where assigned_to is not null;
create index conversations_snoozed on conversations (snoozed_until) where status = 'snoozed';

-- What the team says among itself beside a conversation.
create table conversation_notes (
  id uuid primary key,
  conversation_id uuid not null references conversations,
  body text not null,
  author text not null,
  author_name text not null,
  created_at timestamptz not null
);
create index conversation_notes_thread on conversation_notes (conversation_id, created_at desc, id desc);
call eva_protect_table('conversation_notes');

create table conversation_mentions (
  note_id uuid not null references conversation_notes on delete cascade,
  person_id text not null,
  conversation_id uuid not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (note_id, person_id)
);
create index conversation_mentions_newest on conversation_mentions (person_id, created_at desc, note_id desc);
create index conversation_mentions_unread on conversation_mentions (person_id, conversation_id) where read_at is null;
call eva_protect_table('conversation_mentions');

-- What was done with a conversation, for its timeline: who assigned it to whom, set it aside, closed it, what opened it again.
create table conversation_changes (
  id uuid primary key,
  conversation_id uuid not null references conversations,
  at timestamptz not null,
  what text not null check (what in ('assigned', 'unassigned', 'snoozed', 'done', 'reopened', 'woke')),
  -- Null: it happened by itself.
  actor text,
  actor_name text,
  assignee_name text,
  until timestamptz
);
create index conversation_changes_thread on conversation_changes (conversation_id, at desc, id desc);
call eva_protect_table('conversation_changes');

-- Who reads or writes in a conversation just now. Worth nothing after a crash, so it is not logged.
create unlogged table conversation_presence (
  conversation_id uuid not null,
  person_id text not null,
  person_name text not null,
  state text not null check (state in ('reading', 'writing')),
  expires_at timestamptz not null,
  primary key (conversation_id, person_id)
);
create index conversation_presence_expired on conversation_presence (expires_at);
call eva_protect_table('conversation_presence');

-- People of a host application who have used the inbox: they stand in no table of ours, yet can be assigned and mentioned.
create table host_people (
  id text primary key,
  name text not null,
  seen_at timestamptz not null
);
call eva_protect_table('host_people');

-- The words of texts and notes, written by a follower of the event log and never by a webhook.
create table inbox_search (
  -- Of the text or the note.
  id uuid primary key,
  conversation_id uuid not null,
  kind text not null check (kind in ('text', 'note')),
  at timestamptz not null,
  words tsvector not null
);
create index inbox_search_words on inbox_search using gin (words);
create index inbox_search_newest on inbox_search (at desc, id desc);
call eva_protect_table('inbox_search');

-- Texts that were there before the index are added by a job, the newest first; no row once it has reached the oldest.
create table inbox_search_backlog (
  only_row boolean primary key default true check (only_row),
  before_at timestamptz not null,
  before_id uuid not null
);
insert into inbox_search_backlog (before_at, before_id)
select created_at, id from twilio_messages order by created_at desc, id desc limit 1;
call eva_protect_table('inbox_search_backlog');
