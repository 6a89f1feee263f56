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
