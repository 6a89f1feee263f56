-- Followers of the event log: what happens after a fact, beside the webhook that brought it. `after` moves in the transaction of the effects.
create table twilio_event_followers (
  name text primary key,
  after bigint not null
);
call eva_protect_table('twilio_event_followers');
