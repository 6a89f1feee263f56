-- How far the event log has been pruned: a client whose cursor is older has missed events and is told so.
create table twilio_event_log (
  only_row boolean primary key default true check (only_row),
  pruned_through bigint not null
);
insert into twilio_event_log (pruned_through) values (0);
call eva_protect_table('twilio_event_log');

-- One-time tickets for live streams, whose addresses cannot carry a header. Deleted when used, so the second use fails on any instance.
create table twilio_sync_tickets (
  ticket_hash bytea primary key,
  actor json not null,
  expires_at timestamptz not null
);
create index twilio_sync_tickets_expired on twilio_sync_tickets (expires_at);
call eva_protect_table('twilio_sync_tickets');
