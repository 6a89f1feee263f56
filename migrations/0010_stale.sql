-- Texts that Twilio took and that have not ended: few rows, whatever the size of the table. `sent` may be an end where a carrier reports
-- nothing more, so who reads this also bounds the age.
create index twilio_messages_unfinished on twilio_messages (created_at)
  where message_sid is not null and direction = 'outbound' and status in ('accepted', 'scheduled', 'queued', 'sending', 'sent');
