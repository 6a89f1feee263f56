import type { ParticipantStatus } from './participant-status'

/**
 * Somebody in a room. `everJoined`: has been in it, or talked before the call had it. `isBrowser`: a page that is loaded anew comes back by
 * itself. `leaves`: is to go.
 */
export type Occupant = {
  id: string
  role: 'party' | 'recruiter' | 'consulted'
  status: ParticipantStatus
  everJoined: boolean
  isBrowser: boolean
  competes: boolean
  leaves: boolean
}

/** What is to be done about a room; `release`: whose legs end. */
export type RoomNext =
  | { next: 'nothing'; release: readonly string[] }
  /** The other party is gone: all others go. */
  | { next: 'end'; release: readonly string[] }
  /** The other party was not reached: whoever waits for them is told. */
  | { next: 'tell'; release: readonly string[] }
  /** The other party is alone. 'over': they talked. 'lost': whom they waited for never came. 'unanswered': nobody came at all. */
  | { next: 'comfort'; why: 'over' | 'lost' | 'unanswered'; release: readonly string[] }
  /** None of ours is there, but perhaps a third person of whom they asked something: a page may come back. */
  | { next: 'await'; release: readonly string[] }

const coming: readonly ParticipantStatus[] = ['queued', 'connecting', 'ringing']
const there: readonly ParticipantStatus[] = [...coming, 'connected']

/**
 * What a room needs after anything happened in it: nobody is left alone in it, and nobody waits for one who is gone. `takenBy`: who took the
 * call that several were rung for; `waitedEnough`: a page that left has had its time to come back; `rungEnough`: so have those who are rung
 * together.
 */
export function roomNext(
  occupants: readonly Occupant[],
  { takenBy, waitedEnough, rungEnough }: { takenBy: string | null; waitedEnough: boolean; rungEnough: boolean },
): RoomNext {
  const party = occupants.find(({ role }) => role === 'party')
  const ours = occupants.filter(({ role }) => role !== 'party')
  const present = ours.filter(({ status, leaves }) => status === 'connected' && !leaves)
  const awaited = ours.filter(({ status, leaves }) => coming.includes(status) && !leaves)
  const leaving = ours.filter(({ status, leaves }) => there.includes(status) && leaves)
  const isDecided = takenBy !== null || rungEnough
  const tooLate = isDecided ? awaited.filter(({ id, competes }) => competes && id !== takenBy) : []
  const release = [...leaving, ...tooLate].map(({ id }) => id)
  const everybody = [...leaving, ...present, ...awaited].map(({ id }) => id)
  if (!party) return { next: 'nothing', release }
  if (party.status === 'failed') return { next: 'tell', release: [...leaving, ...awaited].map(({ id }) => id) }
  if (party.status === 'complete') return { next: 'end', release: everybody }
  if (hasLostPage(ours) && !waitedEnough) return { next: 'await', release }
  if (present.length > 0 || awaited.length > tooLate.length) return { next: 'nothing', release }
  // Nobody of ours is there and nobody is coming.
  const talked = ours.filter(({ everJoined }) => everJoined)
  const mayReturn = talked.some(({ isBrowser, leaves }) => isBrowser && !leaves)
  if (party.status === 'queued' || party.status === 'ringing') {
    if (ours.length === 0) return { next: 'nothing', release }
    // They still ring, and whoever wanted to talk to them has gone.
    return mayReturn && !waitedEnough ? { next: 'await', release } : { next: 'end', release: [party.id] }
  }
  if (mayReturn) return waitedEnough ? { next: 'comfort', why: 'lost', release } : { next: 'await', release }
  if (talked.length === 0) return { next: 'comfort', why: 'unanswered', release }
  // They waited for one to whom they were handed over, and who never came.
  const wasHandedOver = ours.some(({ role, everJoined, competes }) => role === 'recruiter' && !everJoined && !competes)
  return { next: 'comfort', why: wasHandedOver ? 'lost' : 'over', release }
}

/** Our page went in the middle of a word with a third person, who takes nothing over while it may come back. */
function hasLostPage(ours: readonly Occupant[]) {
  const recruiters = ours.filter(({ role }) => role === 'recruiter')
  const isConsulting = ours.some(
    ({ role, status, leaves }) => role === 'consulted' && there.includes(status) && !leaves,
  )
  const isThere = recruiters.some(({ status, leaves }) => there.includes(status) && !leaves)
  return (
    isConsulting &&
    !isThere &&
    recruiters.some(({ everJoined, isBrowser, leaves }) => everJoined && isBrowser && !leaves)
  )
}
