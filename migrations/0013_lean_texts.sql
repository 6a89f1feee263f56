-- A text touches a conversation that exists, a status a text that exists. Where no index mentions a column that changes (neither as key nor in
-- its condition), PostgreSQL writes the row beside its old version and no index at all (decision 0006).

-- The ten minutes in which the newest text came: rises seldom, and sorts as last_message_at does.
alter table conversations
  add column last_message_slot timestamptz not null
    generated always as (date_bin('10 minutes', last_message_at, '2000-01-01 00:00:00+00')) stored,
  add column has_unread boolean not null generated always as (unread_count > 0) stored;
drop index conversations_newest;
create index conversations_newest on conversations (last_message_slot desc);
drop index conversations_unread;
create index conversations_unread on conversations (id) where has_unread;

-- One index finds a conversation by both numbers, and by theirs alone.
alter table conversations drop constraint conversations_our_number_their_number_key;
drop index conversations_their_number;
alter table conversations add unique (their_number, our_number);

alter table conversations set (fillfactor = 80);
alter table twilio_messages set (fillfactor = 70);

alter table twilio_messages
  add column unsettled boolean not null
    generated always as (message_sid is null and status in ('pending', 'unknown')) stored;
drop index twilio_messages_unsettled;
create index twilio_messages_unsettled on twilio_messages (created_at) where unsettled;
-- Texts that have not ended are looked for at certain ages only, by twilio_messages_newest.
drop index twilio_messages_unfinished;
