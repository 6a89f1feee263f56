-- Conversations as a team works with them.
select 1;
