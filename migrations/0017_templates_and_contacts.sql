-- Templates of texts; more about contacts.
select 1;
