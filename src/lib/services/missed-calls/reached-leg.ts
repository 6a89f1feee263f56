/**
 * SQL: whether somebody of ours took the leg `leg` of the call `call`: picked up, and with the key where one was asked. By the primary key of
 * twilio_webhook_facts.
 */
export const reachedLeg = `leg.answered_at is not null
  and (not exists (select from twilio_webhook_facts where event_key in (leg.call_sid || ':whisper', leg.call_sid || ':join'))
       or exists (select from twilio_phone_numbers where phone_number = call.to_number and answer->>'whisperNeedsKey' = 'false')
       or exists (select from twilio_webhook_facts where event_key = leg.call_sid || ':taken' and raw ~ '(^|[&?])Digits=1(&|$)')
       or exists (select from twilio_webhook_facts where event_key = leg.call_sid || ':entered'))`

/** A message of this length is one; a shorter recording is somebody who hung up at the tone. */
const shortestMessageSeconds = 2

/** SQL: whether the caller of the call `call` has left a message. By twilio_recordings_call. */
export const leftMessage = `exists (select from twilio_recordings where call_sid = call.call_sid and source = 'RecordVerb'
  and status <> 'absent' and coalesce(duration_seconds, ${shortestMessageSeconds}) >= ${shortestMessageSeconds})`
