-- What a call's timeline needs of its status callbacks once the callbacks themselves are forgotten.
create table twilio_call_statuses (
  call_sid text not null,
  status text not null,
  at timestamptz not null,
  primary key (call_sid, status)
);
call eva_protect_table('twilio_call_statuses');

-- How far Twilio's own lists were compared with ours; `since` is our first start, and nothing older is ever asked for.
create table twilio_recovery_marks (
  list text primary key check (list in ('texts', 'calls', 'recordings')),
  since timestamptz not null,
  compared_through timestamptz not null
);
call eva_protect_table('twilio_recovery_marks');

-- What Twilio's lists had and we had not heard of: its webhooks were lost while we could not be reached.
create table twilio_recoveries (
  id uuid primary key,
  recovered_at timestamptz not null,
  texts integer not null,
  calls integer not null,
  recordings integer not null,
  -- When the first and the last of them happened.
  first_at timestamptz not null,
  last_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by text
);
create index twilio_recoveries_open on twilio_recoveries (recovered_at desc) where dismissed_at is null;
call eva_protect_table('twilio_recoveries');

-- A text that was tried again is one text: the earlier attempts point to the next, and only the last is shown.
alter table twilio_messages add column replaced_by uuid;
alter table twilio_messages add column attempt smallint not null default 1;
