-- Followers of the event log, keyword rules, suggestions for a reply.
select 1;
