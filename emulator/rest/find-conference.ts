import { findRoom } from '../conferences/open-conference.ts'
import { joinedOf } from '../conferences/conference.ts'
import type { Conference, Participant } from '../conferences/conference.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestRequest } from './route.ts'

/** By its SID, or the live one of that name. Throws RestError 404. */
export function requireConference({ world, params, path }: RestRequest): Conference {
  const key = params['conference'] ?? ''
  const found = world.account.conferences.get(key) ?? findRoom(world.account, key)
  if (found === undefined) throw notFound(`${path}.json`)
  return found
}

/** By the SID of its call, or by its label. Throws RestError 404. */
export function requireParticipant(request: RestRequest, conference: Conference): Participant {
  const key = request.params['participant'] ?? ''
  const found =
    conference.participants.get(key) ?? [...conference.participants.values()].find((each) => each.label === key)
  if (found === undefined) throw notFound(`${request.path}.json`)
  return found
}

/** Who is to be coached must be in the room. Throws RestError 13240, 16028. */
export function requireCoached(conference: Conference | undefined, callSid: string | null): void {
  if (callSid === null) throw new RestError(400, 13_240, 'CallSidToCoach is required to coach')
  const isThere = conference !== undefined && joinedOf(conference).some((each) => each.leg.call.sid === callSid)
  if (!isThere) throw new RestError(400, 16_028, 'Participant to be whispered is not present in the conference')
}
