-- A request that comes again under its id asks what became of its failed attempt.
create index failed_operations_subject on failed_operations (subject, created_at desc);
