-- What the hourly pruning looks for. Facts are many and come in order of time, which suits a block range index and costs a webhook nothing.
create index twilio_webhook_facts_received on twilio_webhook_facts using brin (received_at);
create index sessions_expired on sessions (expires_at);
create index verifications_expired on verifications (expires_at);
create index welcome_links_expired on welcome_links (expires_at);
