-- People, their sessions and what else better-auth keeps, in its shape (src/lib/auth/create-auth.ts maps the names);
-- a test asks better-auth itself whether anything is missing.
create table users (
  id uuid primary key,
  name text not null,
  -- In lower case, as better-auth looks it up.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  role text not null check (role in ('admin', 'supervisor', 'agent', 'viewer')),
  disabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call eva_protect_table('users');

create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_user on sessions (user_id);
call eva_protect_table('sessions');

-- How a person proves who they are: provider 'credential' holds the scrypt hash of a password. No row: invited, not yet arrived.
create table accounts (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, provider_id)
);
call eva_protect_table('accounts');

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_identifier on verifications (identifier);
call eva_protect_table('verifications');

-- One-time links: the first administrator's (no user yet), an invitation, a new password. At most one open link a person;
-- a new one replaces it, use deletes it. Only the SHA-256 of the token is kept.
create table welcome_links (
  id uuid primary key,
  kind text not null check (kind in ('first_admin', 'invitation', 'password_reset')),
  user_id uuid references users on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique nulls not distinct (user_id),
  check ((kind = 'first_admin') = (user_id is null))
);
call eva_protect_table('welcome_links');

create table api_keys (
  id uuid primary key,
  name text not null,
  role text not null check (role in ('admin', 'supervisor', 'agent', 'viewer')),
  -- The first characters of the secret, for recognition; the secret itself is kept as SHA-256 only.
  prefix text not null,
  secret_hash bytea not null unique,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_newest on api_keys (created_at desc, id desc);
call eva_protect_table('api_keys');

-- Attempts at signing in, counted for every instance together.
create table sign_in_attempts (
  key text primary key,
  attempts integer not null,
  window_ends_at timestamptz not null
);
create index sign_in_attempts_ended on sign_in_attempts (window_ends_at);
call eva_protect_table('sign_in_attempts');
