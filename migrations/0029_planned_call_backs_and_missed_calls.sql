-- Call-backs that one of ours writes down: for when (null: as soon as somebody can), and who did so (null: they asked themselves).
alter table call_backs add column due_at timestamptz, add column created_by text;
drop index call_backs_open;
create index call_backs_open on call_backs (coalesce(due_at, created_at), id) where status = 'open';

-- Calls to us that none of ours took, whatever Twilio calls them: they left a message, or reached nobody.
alter table twilio_call_logs add column missed text check (missed in ('voicemail', 'nobody'));
