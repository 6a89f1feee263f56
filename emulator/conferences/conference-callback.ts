import { rfc2822 } from '../account/rfc2822.ts'
import type { World } from '../world.ts'
import type { Conference, Participant } from './conference.ts'

export type ConferenceEvent =
  | 'conference-start'
  | 'conference-end'
  | 'participant-join'
  | 'participant-leave'
  | 'participant-mute'
  | 'participant-unmute'
  | 'participant-hold'
  | 'participant-unhold'
  | 'participant-modify'
  | 'participant-speech-start'
  | 'participant-speech-stop'
  | 'announcement-end'
  | 'announcement-fail'

/** The word of statusCallbackEvent that subscribes to an event. */
const words: Record<ConferenceEvent, string> = {
  'conference-start': 'start',
  'conference-end': 'end',
  'participant-join': 'join',
  'participant-leave': 'leave',
  'participant-mute': 'mute',
  'participant-unmute': 'mute',
  'participant-hold': 'hold',
  'participant-unhold': 'hold',
  'participant-modify': 'modify',
  'participant-speech-start': 'speaker',
  'participant-speech-stop': 'speaker',
  'announcement-end': 'announcement',
  'announcement-fail': 'announcement',
}

export const subscriptionWords: readonly string[] = [...new Set(Object.values(words))]

/** https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent; numbered from 1 per conference. */
export function postConferenceCallback(
  world: World,
  conference: Conference,
  event: ConferenceEvent,
  participant: Participant | null,
  extra: Record<string, string> = {},
): void {
  const concerned = new Set(conference.participants.keys())
  if (participant !== null) concerned.add(participant.leg.call.sid)
  for (const sid of concerned) world.changes.emit('call', sid)
  const { callback } = conference
  if (callback === null || !callback.events.has(words[event])) return
  world.callbacks.post(world, {
    kind: 'conference-status',
    resourceSid: conference.sid,
    url: callback.url,
    method: callback.method,
    parameters: {
      AccountSid: world.account.sid,
      ConferenceSid: conference.sid,
      FriendlyName: conference.friendlyName,
      StatusCallbackEvent: event,
      SequenceNumber: String(conference.sequence++),
      Timestamp: rfc2822(world.clock.now()),
      ...(participant === null ? {} : describe(participant)),
      ...extra,
    },
  })
}

function describe(participant: Participant): Record<string, string> {
  const { leg, label, muted, hold, coaching, callSidToCoach, startOnEnter, endOnExit } = participant
  return {
    CallSid: leg.call.sid,
    ...(label === null ? {} : { ParticipantLabel: label }),
    Muted: String(muted),
    Hold: String(hold),
    Coaching: String(coaching),
    ...(coaching && callSidToCoach !== null ? { CallSidToCoach: callSidToCoach } : {}),
    StartConferenceOnEnter: String(startOnEnter),
    EndConferenceOnExit: String(endOnExit),
  }
}
