-- Every table is closed to Supabase's own API: row level security on, no policy for anon or authenticated.
-- The server connects as the owner or as service_role. The roles are made only where they are absent and may be made.
do $$
declare
  supabase_role text;
begin
  foreach supabase_role in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_roles where rolname = supabase_role) then
      begin
        execute format('create role %I nologin', supabase_role);
      exception when insufficient_privilege or duplicate_object or unique_violation then
        null;
      end;
    end if;
  end loop;
end
$$;

create procedure eva_protect_table(table_name text)
language plpgsql as $$
declare
  supabase_role text;
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('revoke all on table %I from public', table_name);
  foreach supabase_role in array array['anon', 'authenticated'] loop
    if exists (select from pg_roles where rolname = supabase_role) then
      execute format('revoke all on table %I from %I', table_name, supabase_role);
    end if;
  end loop;
  if exists (select from pg_roles where rolname = 'service_role') then
    execute format('create policy server_only on %I to service_role using (true) with check (true)', table_name);
    execute format('grant select, insert, update, delete on table %I to service_role', table_name);
  end if;
end
$$;
