import type { Conference, Participant } from '../api/schemas.ts'

/** Who is heard by this person: nobody while on hold; a coach only by the one who is coached. */
const isHeardBy = (speaker: Participant, hearer: Participant): boolean =>
  speaker !== hearer &&
  speaker.joined &&
  !speaker.muted &&
  !speaker.hold &&
  (!speaker.coaching || speaker.callSidToCoach === hearer.callSid)

/** What others hear of this person, as a sentence to them. */
export const deriveOwnState = (conference: Conference, self: Participant | undefined, coached: string): string => {
  if (!self?.joined) return 'You are on your way in.'
  if (self.hold) return 'You are on hold: nobody hears you.'
  if (conference.status !== 'in-progress') return 'You wait for the conference to begin.'
  if (self.muted) return 'You are muted: nobody hears you.'
  if (self.coaching) return `You coach: only ${coached === '' ? 'the one you coach' : coached} hears you.`
  return 'You are heard.'
}

/** Whom this person hears, as a sentence to them. */
export const deriveHearing = (
  conference: Conference,
  callSid: string,
  nameOf: (person: Participant) => string,
): string => {
  const self = conference.participants.find((person) => person.callSid === callSid)
  if (!self?.joined) return ''
  if (self.hold || conference.status !== 'in-progress') return 'You hear what plays to those who wait.'
  const heard = conference.participants.filter((person) => isHeardBy(person, self)).map(nameOf)
  return heard.length === 0 ? 'You hear nobody.' : `You hear ${heard.join(', ')}.`
}
