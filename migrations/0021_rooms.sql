-- A conference at Twilio: a room that anchors one call (kind 'call'), or a conference of its own. Its name at Twilio is its id.
create table twilio_conferences (
  id uuid primary key,
  conference_sid text unique,
  kind text not null check (kind in ('call', 'conference')),
  -- Our number, shown to whom we ring into it.
  our_number text not null,
  status text not null check (status in ('init', 'in-progress', 'completed')),
  created_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- The participant who took the call that several were rung for.
  taken_by uuid,
  -- When somebody is to look whether a person is alone in it; null: nobody need.
  look_at timestamptz,
  -- By then Twilio should have told of what it was asked for; else it is asked how things stand.
  expect_at timestamptz,
  updated_at timestamptz not null
);
create index twilio_conferences_look_at on twilio_conferences (look_at) where look_at is not null;
create index twilio_conferences_expect_at on twilio_conferences (expect_at) where expect_at is not null;
call eva_protect_table('twilio_conferences');

create table twilio_conference_participants (
  id uuid primary key,
  conference_id uuid not null references twilio_conferences on delete cascade,
  -- The leg: twilio_call_logs.id of our attempt, its SID once Twilio gave it.
  call_id uuid,
  call_sid text,
  role text not null check (role in ('party', 'recruiter', 'consulted')),
  person_id text,
  phone text not null,
  name text,
  -- Twilio's words.
  status text not null check (status in ('queued', 'connecting', 'ringing', 'connected', 'complete', 'failed')),
  muted boolean not null default false,
  hold boolean not null default false,
  coaching boolean not null default false,
  -- What our people asked for; done once they are in it. Null: nothing.
  wants_hold boolean,
  wants_muted boolean,
  -- Rung together with others: the first to press 1 takes the call.
  competes boolean not null default false,
  -- Talked in a Dial before the call had a room, and was told to come into it.
  lifted boolean not null default false,
  -- Is to go: has handed the call over, or is no longer asked for.
  leaves boolean not null default false,
  -- SequenceNumber of the event that last said so: events come in any order.
  said_at integer not null default -1,
  joined_at timestamptz,
  left_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index twilio_conference_participants_leg on twilio_conference_participants (conference_id, call_sid);
create index twilio_conference_participants_call_sid on twilio_conference_participants (call_sid);
create index twilio_conference_participants_call_id on twilio_conference_participants (call_id);
call eva_protect_table('twilio_conference_participants');

alter table twilio_call_logs
  add column room_id uuid references twilio_conferences on delete set null,
  add column held boolean not null default false,
  add column muted boolean not null default false,
  -- Whom the recruiter talks with while the other party waits: a name or a number.
  add column consulting text,
  add column recording text not null default 'off' check (recording in ('off', 'on', 'paused')),
  add column disposition text,
  add column notes text,
  -- The person of ours on the call.
  add column handled_by text,
  add column retry_of uuid;
create index twilio_call_logs_room on twilio_call_logs (room_id) where room_id is not null;
