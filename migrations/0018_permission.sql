-- The rules of permission, consent, and texts that wait for their time.
select 1;
