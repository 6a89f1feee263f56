-- Webhooks that were signed but could not be handled, to be handled again.
select 1;
