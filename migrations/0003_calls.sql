create table twilio_call_logs (
  id uuid primary key,
  -- Null until Twilio has answered our request to place the call.
  call_sid text unique,
  parent_call_sid text,
  direction text not null check (direction in ('inbound', 'outbound')),
  status text not null,
  -- The rank of status in shared/calls/call-status-rank.ts: a row only ever moves up.
  status_rank smallint not null,
  from_number text not null,
  to_number text not null,
  answered_by text,
  error_code integer,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  duration_seconds integer,
  -- Who placed it: the actor of the command, null for callers from outside.
  created_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index twilio_call_logs_newest on twilio_call_logs (started_at desc, id desc);
create index twilio_call_logs_children on twilio_call_logs (parent_call_sid) where parent_call_sid is not null;
create index twilio_call_logs_active on twilio_call_logs (started_at desc) where ended_at is null;
create index twilio_call_logs_from on twilio_call_logs (from_number, started_at desc);
create index twilio_call_logs_to on twilio_call_logs (to_number, started_at desc);
call eva_protect_table('twilio_call_logs');

create table twilio_recordings (
  id uuid primary key,
  recording_sid text not null unique,
  call_sid text,
  conference_sid text,
  status text not null,
  source text,
  channels smallint,
  duration_seconds integer,
  media_url text,
  error_code integer,
  started_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index twilio_recordings_call on twilio_recordings (call_sid);
create index twilio_recordings_newest on twilio_recordings (created_at desc, id desc);
call eva_protect_table('twilio_recordings');
