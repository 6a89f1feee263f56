import { rfc2822 } from '../account/rfc2822.ts'
import type { Call } from '../calls/call.ts'
import { isOver } from '../calls/call.ts'
import type { Conference, Participant } from '../conferences/conference.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'

export function conferenceView(world: World, conference: Conference): Record<string, unknown> {
  const uri = `${accountUri(world)}/Conferences/${conference.sid}`
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    call_sid_ending_conference: conference.callSidEnding,
    date_created: rfc2822(conference.createdAt),
    date_updated: rfc2822(conference.updatedAt),
    friendly_name: conference.friendlyName,
    reason_conference_ended: conference.reasonEnded,
    region: conference.region,
    sid: conference.sid,
    status: conference.status,
    subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
    uri: `${uri}.json`,
  }
}

export function participantView(
  world: World,
  conference: Conference,
  participant: Participant,
): Record<string, unknown> {
  const { call } = participant.leg
  return {
    account_sid: world.account.sid,
    call_sid: call.sid,
    call_sid_to_coach: participant.coaching ? participant.callSidToCoach : null,
    coaching: participant.coaching,
    conference_sid: conference.sid,
    date_created: rfc2822(participant.createdAt),
    date_updated: rfc2822(participant.updatedAt),
    end_conference_on_exit: participant.endOnExit,
    hold: participant.hold,
    label: participant.label,
    muted: participant.muted,
    queue_time: String(call.queueTimeMs),
    start_conference_on_enter: participant.startOnEnter,
    status: statusOf(call, participant.joined),
    uri: `${accountUri(world)}/Conferences/${conference.sid}/Participants/${call.sid}.json`,
  }
}

function statusOf(call: Call, joined: boolean): string {
  if (isOver(call.status)) return call.status === 'completed' ? 'complete' : 'failed'
  if (call.status !== 'in-progress') return call.status
  return joined ? 'connected' : 'connecting'
}
