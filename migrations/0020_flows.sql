-- A flow is Studio's definition format. Definitions are json, not jsonb: what was imported is exported as it was written.
create table ivr_flows (
  id uuid primary key,
  name text not null,
  -- FW…: how other flows name it (run-subflow); an imported flow keeps the one it had where that is free.
  flow_sid text not null unique,
  draft json not null,
  -- Counts the savings of the draft: who saves an older one is told.
  draft_revision integer not null,
  draft_saved_by text not null,
  draft_saved_at timestamptz not null,
  published_version integer,
  created_at timestamptz not null,
  archived_at timestamptz
);
create index ivr_flows_by_name on ivr_flows (lower(name), id) where archived_at is null;
call eva_protect_table('ivr_flows');

create table ivr_flow_versions (
  flow_id uuid not null references ivr_flows,
  version integer not null,
  definition json not null,
  message text not null,
  published_by text not null,
  published_at timestamptz not null,
  primary key (flow_id, version)
);
call eva_protect_table('ivr_flow_versions');

-- What somebody does and what must be heard; run when a draft is published.
create table ivr_flow_tests (
  id uuid primary key,
  flow_id uuid not null references ivr_flows,
  name text not null,
  script jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (flow_id, name)
);
call eva_protect_table('ivr_flow_tests');

-- One caller's or texter's run through a published version. Any instance serves its next step.
create table ivr_executions (
  id uuid primary key,
  flow_id uuid not null references ivr_flows,
  version integer not null,
  channel text not null check (channel in ('call', 'message')),
  -- Once per call, however often Twilio asks.
  call_sid text unique,
  our_number text not null,
  their_number text not null,
  status text not null check (status in ('active', 'ended')),
  ended_by text,
  state jsonb not null,
  -- What it waits for (src/shared/ivr/instruction.ts).
  pending jsonb,
  -- Counts the writings of this row: of two who go on from the same one, one finds that it was too late.
  revision integer not null default 0,
  -- Answers given so far, and the last of them: who asks for it again gets it again.
  step integer not null,
  document text,
  -- Somebody does what the flow asked for; who finds the lease over does it again under the same id.
  working_until timestamptz,
  -- When it goes on though nothing happened: nobody replied, or whoever was at work is gone.
  wake_at timestamptz,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
-- Whose reply a flow waits for; few rows.
create index ivr_executions_waiting on ivr_executions (their_number, our_number) where status = 'active' and channel = 'message';
create index ivr_executions_due on ivr_executions (wake_at) where status = 'active' and wake_at is not null;
create index ivr_executions_flow on ivr_executions (flow_id, started_at desc);
call eva_protect_table('ivr_executions');

-- The log: every state that ran, in order.
create table ivr_interactions (
  execution_id uuid not null,
  sequence integer not null,
  flow_id uuid not null,
  version integer not null,
  state_name text not null,
  widget_type text not null,
  -- By which event it was left; null: it waits.
  event text,
  outputs jsonb not null,
  failure text,
  at timestamptz not null,
  primary key (execution_id, sequence)
);
create index ivr_interactions_flow on ivr_interactions (flow_id, version, at);
call eva_protect_table('ivr_interactions');
