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
