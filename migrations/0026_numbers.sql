-- What was found when the number's settings at Twilio were last compared with what we need, and when it was given back.
alter table twilio_phone_numbers
  add column checked_at timestamptz,
  add column problems jsonb,
  add column released_at timestamptz;
