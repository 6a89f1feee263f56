import type { Account } from '../account/account.ts'
import type { Leg } from '../calls/leg.ts'
import type { World } from '../world.ts'
import type { Conference, Participant, ParticipantPlan, RoomPlan } from './conference.ts'

/** A room's identity is its name, as long as it is not over. */
export function findRoom(account: Account, name: string): Conference | undefined {
  for (const conference of account.conferences.values()) {
    if (conference.friendlyName === name && conference.status !== 'completed') return conference
  }
  return undefined
}

/** The room of that name, made if need be: who makes it settles its callbacks and its region. */
export function openRoom(world: World, plan: RoomPlan): Conference {
  const known = findRoom(world.account, plan.name)
  if (known !== undefined) {
    if (plan.record && !known.wantsRecording) {
      known.wantsRecording = true
      known.trimsRecording = plan.trim
      known.recordingCallback = plan.recordingCallback
    }
    return known
  }
  const now = world.clock.now()
  const conference: Conference = {
    sid: world.newSid('CF'),
    friendlyName: plan.name,
    status: 'init',
    region: plan.region ?? 'us1',
    createdAt: now,
    updatedAt: now,
    reasonEnded: null,
    callSidEnding: null,
    participants: new Map(),
    callback: plan.callback,
    sequence: 1,
    wantsRecording: plan.record,
    trimsRecording: plan.trim,
    recordingCallback: plan.recordingCallback,
    recording: null,
    announcement: null,
  }
  world.account.conferences.set(conference.sid, conference)
  return conference
}

/** Someone on the way into the room. */
export function addParticipant(world: World, conference: Conference, leg: Leg, plan: ParticipantPlan): Participant {
  const now = world.clock.now()
  const participant: Participant = {
    ...plan,
    leg,
    hold: false,
    joined: false,
    createdAt: now,
    updatedAt: now,
    music: null,
    announcement: null,
    tap: null,
    removed: Promise.withResolvers<void>(),
  }
  conference.participants.set(leg.call.sid, participant)
  return participant
}

/** A label is up to 128 characters, without a slash, and not the SID of a call. */
export function isLabel(text: string): boolean {
  return text.length <= 128 && !text.includes('/') && !/^CA[0-9a-f]{32}$/i.test(text)
}

export function isLabelTaken(conference: Conference | undefined, label: string): boolean {
  return [...(conference?.participants.values() ?? [])].some((participant) => participant.label === label)
}
