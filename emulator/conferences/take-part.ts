import type { Utterance } from '../calls/leg.ts'
import { endLeg, hear } from '../calls/progress.ts'
import { addSound, finishRecording, startRecording } from '../recordings/record.ts'
import type { World } from '../world.ts'
import { postConferenceCallback } from './conference-callback.ts'
import { hearersOf, joinedOf } from './conference.ts'
import type { Conference, Participant, ReasonEnded, ReasonLeft } from './conference.ts'

const nobody = () => []

const reasons: Record<ReasonLeft | ReasonEnded, string> = {
  conference_ended_via_api: 'The conference was ended by a request to the API',
  moderator_ended_conference: 'A participant with endConferenceOnExit left the conference',
  participant_updated_via_api: 'The participant was removed or redirected by a request to the API',
  participant_hung_up: 'The participant hung up',
  participant_add_failed: 'The participant could not be reached',
  'conference-ended-via-api': 'The conference was ended by a request to the API',
  'participant-with-end-conference-on-exit-left': 'A participant with endConferenceOnExit left',
  'participant-with-end-conference-on-exit-kicked': 'A participant with endConferenceOnExit was removed',
  'last-participant-left': 'The last participant left',
  'last-participant-kicked': 'The last participant was removed',
}

/** Into the room; the second one starts it if someone in it may. */
export function join(world: World, conference: Conference, participant: Participant): void {
  const { leg } = participant
  participant.joined = true
  participant.updatedAt = world.clock.now()
  leg.audience = () => hearersOf(conference, participant).map((each) => each.leg)
  participant.tap = (track, sound) => {
    if (track === 'inbound') noteSpeech(world, conference, participant, sound)
  }
  leg.taps.add(participant.tap)
  postConferenceCallback(world, conference, 'participant-join', participant)
  const joined = joinedOf(conference)
  if (conference.status === 'init' && joined.length > 1 && joined.some((each) => each.startOnEnter)) {
    start(world, conference)
  }
  if (participant.beep === 'true' || participant.beep === 'onEnter') beep(world, conference)
}

/** Out of the room, for whatever reason; nothing happens to who is out already. */
export function leave(
  world: World,
  conference: Conference,
  participant: Participant,
  reason: ReasonLeft,
  isKicked = false,
): void {
  const { leg } = participant
  if (!conference.participants.delete(leg.call.sid)) return
  leg.audience = nobody
  if (participant.tap !== null) leg.taps.delete(participant.tap)
  participant.music?.abort()
  participant.announcement?.abort()
  participant.removed.resolve()
  postConferenceCallback(world, conference, 'participant-leave', participant, {
    ParticipantCallStatus: leg.call.status,
    ReasonParticipantLeft: reason,
    Reason: reasons[reason],
  })
  if (conference.status === 'completed') return
  conference.updatedAt = world.clock.now()
  if (participant.joined && (participant.beep === 'true' || participant.beep === 'onExit')) beep(world, conference)
  const how = isKicked ? 'kicked' : 'left'
  if (participant.joined && participant.endOnExit) {
    end(world, conference, `participant-with-end-conference-on-exit-${how}`, participant)
  } else if (conference.participants.size === 0) end(world, conference, `last-participant-${how}`, participant)
}

/** Everybody is sent out of the room; who still rings is called off. */
export function end(world: World, conference: Conference, reason: ReasonEnded, by: Participant | null): void {
  if (conference.status === 'completed') return
  conference.status = 'completed'
  conference.updatedAt = world.clock.now()
  conference.reasonEnded = reason
  conference.callSidEnding = by?.leg.call.sid ?? null
  conference.announcement?.abort()
  const { recording } = conference
  if (recording !== null) finishRecording(world, recording)
  const left = reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference'
  for (const participant of conference.participants.values()) {
    const { joined, leg } = participant
    leave(world, conference, participant, left)
    if (!joined) endLeg(world, leg, 'canceled')
  }
  postConferenceCallback(world, conference, 'conference-end', null, {
    ...(by === null ? {} : { CallSidEndingConference: by.leg.call.sid }),
    ...(by === null || by.label === null ? {} : { ParticipantLabelEndingConference: by.label }),
    ReasonConferenceEnded: reason,
    Reason: reasons[reason],
  })
}

function start(world: World, conference: Conference): void {
  conference.status = 'in-progress'
  conference.updatedAt = world.clock.now()
  for (const participant of joinedOf(conference)) if (!participant.hold) participant.music?.abort()
  postConferenceCallback(world, conference, 'conference-start', null)
  recordIfWanted(world, conference)
}

/** Records from when the first two talk. */
export function recordIfWanted(world: World, conference: Conference): void {
  if (!conference.wantsRecording || conference.recording !== null || conference.status !== 'in-progress') return
  conference.recording = startRecording(world, {
    callSid: null,
    conferenceSid: conference.sid,
    source: 'Conference',
    channels: 1,
    track: 'both',
    trims: conference.trimsRecording,
    callback: conference.recordingCallback,
  })
}

function beep(world: World, conference: Conference): void {
  if (conference.status !== 'in-progress') return
  for (const each of joinedOf(conference)) if (!each.hold) hear(world, each.leg, { verb: 'beep' })
}

function noteSpeech(world: World, conference: Conference, speaker: Participant, sound: Utterance): void {
  if (conference.status !== 'in-progress' || speaker.muted || speaker.hold) return
  const { recording } = conference
  if (recording !== null && !speaker.coaching) addSound(world, recording, 'inbound', sound)
  postConferenceCallback(world, conference, 'participant-speech-start', speaker)
  world.clock.after(sound.ms, () => {
    if (conference.participants.has(speaker.leg.call.sid)) {
      postConferenceCallback(world, conference, 'participant-speech-stop', speaker)
    }
  })
}
