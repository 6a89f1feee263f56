import type { CallbackPlan } from '../calls/call.ts'
import type { Leg, Tap } from '../calls/leg.ts'
import type { Recording, RecordingCallback } from '../recordings/recording.ts'

export type ConferenceStatus = 'init' | 'in-progress' | 'completed'
export type ReasonEnded =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-left'
  | 'last-participant-kicked'
export type ReasonLeft =
  | 'conference_ended_via_api'
  | 'moderator_ended_conference'
  | 'participant_updated_via_api'
  | 'participant_hung_up'
  | 'participant_add_failed'

export type DocumentUrl = { url: string; method: 'GET' | 'POST' }
/** What someone who waits hears: Twilio's own music, a document of one's own, or nothing. */
export type Music = 'default' | 'silence' | DocumentUrl
export type Beep = 'true' | 'false' | 'onEnter' | 'onExit'

/** What a participant brings along, from the Conference noun or from a REST request. */
export type ParticipantPlan = {
  label: string | null
  muted: boolean
  coaching: boolean
  callSidToCoach: string | null
  startOnEnter: boolean
  endOnExit: boolean
  beep: Beep
  wait: Music
}

/** What the first participant settles for the room. */
export type RoomPlan = {
  name: string
  maxParticipants: number
  region: string | null
  record: boolean
  trim: boolean
  recordingCallback: RecordingCallback | null
  callback: CallbackPlan | null
}

export type Participant = ParticipantPlan & {
  leg: Leg
  hold: boolean
  /** In the room; one added by REST still rings until then. */
  joined: boolean
  createdAt: number
  updatedAt: number
  /** Stops what plays to it alone: music while it waits or is on hold, an announcement. */
  music: AbortController | null
  announcement: AbortController | null
  tap: Tap | null
  removed: PromiseWithResolvers<void>
}

/** A room; its participants are those who are in it or on their way, by the SID of their calls. */
export type Conference = {
  sid: string
  friendlyName: string
  status: ConferenceStatus
  region: string
  createdAt: number
  updatedAt: number
  reasonEnded: ReasonEnded | null
  callSidEnding: string | null
  participants: Map<string, Participant>
  callback: CallbackPlan | null
  sequence: number
  wantsRecording: boolean
  trimsRecording: boolean
  recordingCallback: RecordingCallback | null
  recording: Recording | null
  announcement: AbortController | null
}

export function joinedOf(conference: Conference): Participant[] {
  return [...conference.participants.values()].filter((participant) => participant.joined)
}

/** Who hears this participant now: everyone in the room and not on hold, or only the one who is coached. */
export function hearersOf(conference: Conference, speaker: Participant): Participant[] {
  if (conference.status !== 'in-progress' || !speaker.joined || speaker.muted || speaker.hold) return []
  return joinedOf(conference).filter(
    (each) => each !== speaker && !each.hold && (!speaker.coaching || each.leg.call.sid === speaker.callSidToCoach),
  )
}
