-- The sound of a recording, fetched from Twilio into our store. waiting: for its end; refused: it never will be fetched.
alter table twilio_recordings
  add column file_status text not null default 'waiting' check (file_status in ('waiting', 'pending', 'stored', 'failed', 'refused')),
  add column file_reason text,
  -- Chosen before the first byte is fetched, so that whoever follows a dead process finds what it left.
  add column storage_key text,
  add column content_type text,
  add column size_bytes bigint,
  -- Deleted by somebody: the row stays, so that a late report does not bring it back.
  add column deleted_at timestamptz,
  add column deleted_by text;
create index twilio_recordings_to_fetch on twilio_recordings (updated_at)
  where status = 'completed' and file_status = 'waiting' and deleted_at is null;
create index twilio_recordings_to_forget on twilio_recordings (deleted_at) where deleted_at is not null and storage_key is not null;

-- Why it was made: who started it ('rule', or as created_by elsewhere), by which rule, and what the other party was told before; null: nothing.
alter table twilio_recordings
  add column started_by text,
  add column rule_id uuid,
  add column notice text;

-- Which calls are recorded, and what is said about it; versions, so that it can be shown what held when.
create table recording_rules (
  version integer primary key,
  rules jsonb not null,
  created_by text not null,
  created_at timestamptz not null
);
call eva_protect_table('recording_rules');

-- The sentence about recording that the other party of a call has heard; null: none.
alter table twilio_call_logs add column recording_notice text;

-- Paused by somebody of ours: Twilio reports no pauses, so no report touches it.
alter table twilio_recordings add column paused_at timestamptz;

-- Who wants a recording that begins once the other party has heard the sentence.
alter table twilio_call_logs add column recording_asked_by text;

-- Somebody starts a recording of this call until then; whoever finds it over asks Twilio what came of it.
alter table twilio_call_logs add column recording_lease timestamptz;
