create table contacts (
  id uuid primary key,
  phone_number text not null unique,
  name text not null,
  time_zone text,
  external_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call eva_protect_table('contacts');

create table twilio_phone_numbers (
  id uuid primary key,
  phone_number text not null unique,
  phone_number_sid text unique,
  friendly_name text not null,
  capabilities jsonb not null default '{"voice": true, "sms": true, "mms": true}',
  -- How a call to the number is answered: greeting, transferTo, voicemail (see shared/schemas/number.ts).
  answer jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call eva_protect_table('twilio_phone_numbers');
