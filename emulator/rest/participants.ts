import { findRoom } from '../conferences/open-conference.ts'
import type { Conference, Participant } from '../conferences/conference.ts'
import { postConferenceCallback } from '../conferences/conference-callback.ts'
import { announce, hold, unhold } from '../conferences/music.ts'
import { leave } from '../conferences/take-part.ts'
import { endLeg } from '../calls/progress.ts'
import type { World } from '../world.ts'
import { participantView } from './conference-view.ts'
import { readDocumentUrl } from './conferences.ts'
import { createParticipant } from './create-participant.ts'
import { requireCoached, requireConference, requireParticipant } from './find-conference.ts'
import type { Form } from './form.ts'
import { pageOf } from './paging.ts'
import { RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

/** Only those in the room or on their way to it: a conference that is over has none. */
function list(request: RestRequest): RestAnswer {
  const { world, query } = request
  const conference = requireConference(request)
  const is = (name: string, value: boolean) => query.get(name) === null || query.get(name) === String(value)
  const items = [...conference.participants.values()]
    .filter((each) => is('Muted', each.muted) && is('Hold', each.hold) && is('Coaching', each.coaching))
    .toReversed()
    .map((participant) => ({ sid: participant.leg.call.sid, participant }))
  return pageOf(request, 'participants', items, (item) => participantView(world, conference, item.participant))
}

function update(request: RestRequest): RestAnswer {
  const { world, form } = request
  const conference = requireConference(request)
  const participant = requireParticipant(request, conference)
  coach(world, conference, participant, form)
  mute(world, conference, participant, form)
  if (form.has('EndConferenceOnExit')) {
    participant.endOnExit = form.bool('EndConferenceOnExit', participant.endOnExit)
    postConferenceCallback(world, conference, 'participant-modify', participant)
  }
  if (form.has('BeepOnExit')) participant.beep = beepAtExit(participant, form.bool('BeepOnExit', false))
  const wanted = form.bool('Hold', participant.hold)
  const holdUrl = readDocumentUrl(form, 'Hold', 'GET')
  if (wanted && (!participant.hold || holdUrl !== null)) hold(world, conference, participant, holdUrl)
  else if (!wanted && participant.hold) unhold(world, conference, participant)
  const announcement = readDocumentUrl(form, 'Announce', 'POST')
  if (announcement !== null) announce(world, conference, participant, announcement)
  participant.updatedAt = world.clock.now()
  return { status: 200, json: participantView(world, conference, participant) }
}

function mute(world: World, conference: Conference, participant: Participant, form: Form): void {
  const muted = form.has('Muted') ? form.bool('Muted', false) : participant.muted
  if (muted === participant.muted) return
  participant.muted = muted
  postConferenceCallback(world, conference, muted ? 'participant-mute' : 'participant-unmute', participant)
}

function beepAtExit({ beep }: Participant, wanted: boolean): Participant['beep'] {
  const atEntry = beep === 'true' || beep === 'onEnter'
  return wanted ? (atEntry ? 'true' : 'onExit') : atEntry ? 'onEnter' : 'false'
}

function coach(world: World, conference: Conference, participant: Participant, form: Form): void {
  if (!form.has('Coaching') && !form.has('CallSidToCoach')) return
  const target = form.text('CallSidToCoach') || participant.callSidToCoach
  const coaching = form.bool('Coaching', target !== null)
  if (coaching) requireCoached(conference, target)
  participant.coaching = coaching
  participant.callSidToCoach = coaching ? target : null
  postConferenceCallback(world, conference, 'participant-modify', participant)
}

function remove(request: RestRequest): RestAnswer {
  const { world } = request
  const conference = requireConference(request)
  const participant = requireParticipant(request, conference)
  leave(world, conference, participant, 'participant_updated_via_api', true)
  if (!participant.joined) endLeg(world, participant.leg, 'canceled')
  return { status: 204 }
}

function create(request: RestRequest): RestAnswer {
  const { world, params } = request
  const key = params['conference'] ?? ''
  const known = world.account.conferences.get(key) ?? findRoom(world.account, key)
  const isGone = known === undefined ? /^CF[0-9a-f]{32}$/i.test(key) : known.status === 'completed'
  if (isGone) throw new RestError(404, 16_022, 'Conference does not exist or is completed')
  const { conference, participant } = createParticipant(request, known?.friendlyName ?? key, known)
  return { status: 201, json: participantView(world, conference, participant) }
}

/** https://www.twilio.com/docs/voice/api/conference-participant-resource */
export const participantRoutes: Route[] = [
  { method: 'POST', pattern: '/Conferences/:conference/Participants', handle: create },
  { method: 'GET', pattern: '/Conferences/:conference/Participants', handle: list },
  {
    method: 'GET',
    pattern: '/Conferences/:conference/Participants/:participant',
    handle: (request) => {
      const conference = requireConference(request)
      const participant = requireParticipant(request, conference)
      return { status: 200, json: participantView(request.world, conference, participant) }
    },
  },
  { method: 'POST', pattern: '/Conferences/:conference/Participants/:participant', handle: update },
  { method: 'DELETE', pattern: '/Conferences/:conference/Participants/:participant', handle: remove },
]
