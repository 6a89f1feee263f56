-- Placeholder; its owner fills it.
select 1;
