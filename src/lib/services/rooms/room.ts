import type pg from 'pg'
import type { CallStatus } from '@/shared/calls/call-status-rank'
import { RoomRing } from '@/lib/services/ringing/room-ring'
import { deriveParticipantStatus, type ParticipantStatus } from '@/shared/rooms/participant-status'

/** Somebody in a room. `legStatus` is their call's; `status` says where they are, by that and by the conference's events. */
export type Participant = {
  id: string
  callId: string | null
  callSid: string | null
  role: 'party' | 'recruiter' | 'consulted'
  personId: string | null
  phone: string
  name: string | null
  status: ParticipantStatus
  muted: boolean
  hold: boolean
  wantsHold: boolean | null
  wantsMuted: boolean | null
  competes: boolean
  /** Talked in a Dial before the call had a room. */
  lifted: boolean
  /** Is to go. */
  leaves: boolean
  createdAt: Date
  joinedAt: Date | null
  /** Their leg is known, whatever became of it. */
  isCalled: boolean
}

export type Room = {
  id: string
  conferenceSid: string | null
  kind: 'call' | 'conference'
  ourNumber: string
  status: 'init' | 'in-progress' | 'completed'
  takenBy: string | null
  lookAt: Date | null
  /** Several are rung for the caller in it, until then at most; null once one has taken the call, or nobody has. */
  ring: RoomRing | null
  ringsUntil: Date | null
  /** The other party hears that a page is awaited. */
  awaitsPage: boolean
  participants: Participant[]
}

type Row = {
  id: string
  conference_sid: string | null
  kind: Room['kind']
  our_number: string
  status: Room['status']
  taken_by: string | null
  look_at: Date | null
  ring: unknown
  rings_until: Date | null
  awaits_page: boolean
  participants: (Omit<Participant, 'status' | 'createdAt' | 'joinedAt' | 'isCalled'> & {
    legStatus: CallStatus | null
    legDirection: 'inbound' | 'outbound' | null
    createdAt: string
    joinedAt: string | null
    leftAt: string | null
  })[]
}

/** A room with everybody in it, oldest first; null when there is none. By primary keys and the unique index on call_sid. `lock`: until the commit. */
export async function findRoom(
  queryable: Pick<pg.ClientBase, 'query'>,
  id: string,
  { lock = false } = {},
): Promise<Room | null> {
  const { rows } = await queryable.query<Row>({
    name: lock ? 'lock-room' : 'find-room',
    text: `select room.id, room.conference_sid, room.kind, room.our_number, room.status, room.taken_by, room.look_at, room.ring, room.rings_until, room.awaits_page,
                  (select coalesce(json_agg(json_build_object(
                            'id', participant.id, 'callId', participant.call_id, 'callSid', coalesce(participant.call_sid, leg.call_sid),
                            'role', participant.role, 'personId', participant.person_id, 'phone', participant.phone, 'name', participant.name,
                            'muted', participant.muted, 'hold', participant.hold, 'wantsHold', participant.wants_hold,
                            'wantsMuted', participant.wants_muted, 'competes', participant.competes, 'lifted', participant.lifted, 'leaves', participant.leaves, 'legStatus', leg.status, 'legDirection', leg.direction,
                            'createdAt', participant.created_at, 'joinedAt', participant.joined_at, 'leftAt', participant.left_at)
                          order by participant.created_at, participant.id), '[]')
                     from twilio_conference_participants participant
                     left join lateral (
                       select call_sid, status, direction from twilio_call_logs where id = participant.call_id
                       union all
                       select call_sid, status, direction from twilio_call_logs where participant.call_id is null and call_sid = participant.call_sid
                       limit 1) leg on true
                    where participant.conference_id = room.id) as participants
             from twilio_conferences room where room.id = $1 ${lock ? 'for update of room' : ''}`,
    values: [id],
  })
  const [row] = rows
  return row ? toRoom(row) : null
}

function toRoom(row: Row): Room {
  return {
    id: row.id,
    conferenceSid: row.conference_sid,
    kind: row.kind,
    ourNumber: row.our_number,
    status: row.status,
    takenBy: row.taken_by,
    lookAt: row.look_at,
    ring: row.ring === null ? null : RoomRing.parse(row.ring),
    ringsUntil: row.rings_until,
    awaitsPage: row.awaits_page,
    participants: row.participants.map(({ legStatus, legDirection, createdAt, joinedAt, leftAt, ...participant }) => ({
      ...participant,
      createdAt: new Date(createdAt),
      joinedAt: joinedAt === null ? null : new Date(joinedAt),
      isCalled: legStatus !== null || participant.callSid !== null,
      status: deriveParticipantStatus(onTheLine(legStatus, legDirection), joinedAt !== null, leftAt !== null),
    })),
  }
}

/** Who calls us is on the line before anybody has answered them. */
function onTheLine(status: CallStatus | null, direction: 'inbound' | 'outbound' | null): CallStatus | null {
  const isEarly = status === 'queued' || status === 'ringing'
  return direction === 'inbound' && isEarly ? 'in-progress' : status
}

/** The outside person for whose sake the room is; a room of a call always has one. */
export function partyOf(room: Room): Participant | undefined {
  return room.participants.find(({ role }) => role === 'party')
}
