-- What access tokens for phones in browsers are made of, where the settings name no key or application: made at Twilio once, by itself.
create table browser_phone_access (
  account_sid text primary key,
  key_sid text,
  -- Sealed with a key derived from EVA_SECRET.
  key_secret bytea,
  application_sid text,
  updated_at timestamptz not null
);
call eva_protect_table('browser_phone_access');

-- Whose phone in a browser can be rung, and until when it is believed without another word of it. Ids of users or of the host's people.
create table browser_phones (
  person_id text primary key,
  ready_until timestamptz not null
);
call eva_protect_table('browser_phones');

-- Which calls a person's phone is in, newest first.
create index twilio_conference_participants_person on twilio_conference_participants (person_id, created_at desc) where person_id is not null;

-- The other party waits for a page to come back: they hear a sentence and music until it does.
alter table twilio_conferences add column awaits_page boolean not null default false;
