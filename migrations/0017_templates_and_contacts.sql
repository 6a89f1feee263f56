-- Texts that are written often. The words of a version never change; the newest is the one that is sent.
create table sms_templates (
  id uuid primary key,
  name text not null,
  body text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);
create unique index sms_templates_name on sms_templates (lower(name)) where archived_at is null;
call eva_protect_table('sms_templates');

create table sms_template_versions (
  template_id uuid not null references sms_templates,
  version integer not null,
  name text not null,
  body text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (template_id, version)
);
call eva_protect_table('sms_template_versions');

-- More about a person: how else to reach them, and where they live, which says when it is night for them.
alter table contacts add column email text;
alter table contacts add column address_region text;
alter table contacts add column address_postal_code text;
alter table contacts add column address_country text;
-- Lists by tag.
create index contacts_tags on contacts using gin (tags);
