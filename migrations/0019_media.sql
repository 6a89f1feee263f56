-- Pictures and files of texts, kept in the store (local folder or Supabase Storage). twilio_messages.media is what lists and live events show of
-- them; what is written here is written there in the same statement.
create table twilio_media (
  id uuid primary key,
  -- 'twilio': came with a text and is fetched by a job; 'upload': chosen by one of our people, sent or not yet.
  origin text not null check (origin in ('twilio', 'upload')),
  source_url text,
  content_type text not null,
  file_name text,
  size_bytes integer,
  status text not null check (status in ('pending', 'stored', 'refused', 'failed')),
  -- Why it was refused or could not be fetched, as a sentence.
  reason text,
  storage_key text unique,
  thumbnail_key text unique,
  created_by text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When it is forgotten unless a text has it; null while one does.
  forget_at timestamptz
);
create index twilio_media_to_forget on twilio_media (forget_at) where forget_at is not null;
call eva_protect_table('twilio_media');

-- One upload may go out with many texts.
create table twilio_message_media (
  message_id uuid not null references twilio_messages on delete cascade,
  position smallint not null,
  media_id uuid not null references twilio_media,
  primary key (message_id, position)
);
create index twilio_message_media_media on twilio_message_media (media_id);
call eva_protect_table('twilio_message_media');
