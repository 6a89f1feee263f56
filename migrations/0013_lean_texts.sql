-- Fewer writes per text.
select 1;
