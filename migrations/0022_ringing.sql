-- A person's own phone, rung for callers who are to reach them.
alter table users add column phone_number text;
alter table host_people add column phone_number text;
