-- Permission: what it is decided by, and what waits for it.

-- What an administrator decided, version by version; the newest holds. None: the careful defaults (shared/permission/default-rules.ts).
create table permission_rules (
  version integer primary key,
  rules jsonb not null,
  created_by text not null,
  created_at timestamptz not null
);
call eva_protect_table('permission_rules');

alter table permission_verdicts
  add column expires_at timestamptz,
  -- [{ rule, reason }]: what was said beside the verdict.
  add column warnings jsonb,
  -- It answered a text of theirs, so it does not count towards what one person may get unasked.
  add column prompted boolean not null default false,
  add column time_zones text[],
  add column rules_version integer;
create index permission_verdicts_newest on permission_verdicts (at desc, id desc);

-- Who agreed to what, in which words, when and how. Appended, never changed; each entry's hash covers the one before it, so that who has
-- an earlier hash can tell that nothing was altered, left out or put in between (docs/consents.md).
create table contact_consents (
  sequence bigint primary key,
  id uuid not null unique,
  phone_number text not null,
  kind text not null check (kind in ('granted', 'revoked')),
  medium text not null check (medium in ('message', 'call', 'any')),
  source text not null,
  -- The words the person said, or that stood beside the box they ticked.
  words text not null,
  -- Where more of it is kept: a page, a document, a recording.
  evidence text,
  occurred_at timestamptz not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  digest text not null,
  hash text not null
);
create index contact_consents_newest on contact_consents (phone_number, sequence desc);
call eva_protect_table('contact_consents');

create function eva_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is a ledger: it is appended to, never changed', tg_table_name;
end
$$;
create trigger contact_consents_kept before update or delete on contact_consents
  for each row execute function eva_refuse_change();
create trigger contact_consents_whole before truncate on contact_consents
  for each statement execute function eva_refuse_change();

-- What Twilio said of a number when it was looked up, or by refusing a text to it.
create table phone_lookups (
  phone_number text primary key,
  line_type text not null,
  source text not null check (source in ('lookup', 'delivery')),
  looked_up_at timestamptz not null
);
call eva_protect_table('phone_lookups');

-- What was permitted in a day ('2026-03-02') and in a month ('2026-03'), in millionths of the currency: one row for all instances.
create table permission_spend (
  period text primary key,
  micros bigint not null
);
call eva_protect_table('permission_spend');

-- Texts that go out later: planned by a person, or held by a rule. message_id is the id its text will have, set before it is sent, so that
-- whoever comes after a crash finds that text and does not send another.
create table scheduled_messages (
  id uuid primary key,
  message_id uuid not null unique,
  to_number text not null,
  from_number text not null,
  body text not null,
  media_urls jsonb not null default '[]',
  purpose text not null,
  -- When it was wanted; what is held past expires_at is asked about, not sent.
  wanted_at timestamptz not null,
  send_at timestamptz not null,
  expires_at timestamptz not null,
  cancel_if_they_reply boolean not null default true,
  status text not null check (status in ('scheduled', 'held', 'sending', 'sent', 'canceled', 'expired', 'refused', 'failed')),
  rule text,
  reason text,
  claimed_until timestamptz,
  attempts integer not null default 0,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  settled_at timestamptz
);
create index scheduled_messages_due on scheduled_messages (send_at, id) where status in ('scheduled', 'held');
create index scheduled_messages_claimed on scheduled_messages (claimed_until) where status = 'sending';
create index scheduled_messages_newest on scheduled_messages (created_at desc, id desc);
create index scheduled_messages_open on scheduled_messages (send_at, id) where status in ('scheduled', 'held', 'sending', 'expired');
create index scheduled_messages_recipient on scheduled_messages (to_number, created_at desc);
call eva_protect_table('scheduled_messages');
