-- Where a greeting is heard: left on somebody's voicemail, or by callers of a number of ours whom nobody answers.
alter table voicemail_greetings
  add column heard_by text not null default 'machines' check (heard_by in ('machines', 'callers'));

-- Recordings are listed by when they began, whenever we heard of them, and the oldest are the first to be deleted.
drop index twilio_recordings_newest;
create index twilio_recordings_began on twilio_recordings ((coalesce(started_at, created_at)) desc, id desc) where deleted_at is null;
