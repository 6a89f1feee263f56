import type { CoreContext } from '@/lib/context'
import { recordRoom } from '@/lib/services/recordings/record-room'
import { unlessOver } from '@/lib/twilio/unless-over'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { DomainError } from '@/shared/errors'
import { roomNext, type RoomNext } from '@/shared/rooms/room-next'
import { askAboutRoom } from './ask-about-room'
import { awaitPage } from './await-page'
import { callParty } from './call-party'
import { closeRoom } from './close-room'
import { endConsultation } from './end-consultation'
import { ringConsulted } from './ring-consulted'
import { release } from './release'
import { findRoom, partyOf, type Participant, type Room } from './room'

/** How long whoever waits for a page to come back waits. */
const awaitMilliseconds = 45_000
/** What Twilio was asked to do should be seen by then; if not, it is looked at again. */
const lookAgainMilliseconds = 30_000

/**
 * Does what a room needs (see `roomNext`), and what our people asked for in it. Run after everything that happens in a room, and again by
 * `lookAtRooms`; running it twice does no harm.
 */
export async function settleRoom(ctx: CoreContext, { roomId }: { roomId: string }): Promise<void> {
  await askAboutRoom(ctx, { roomId })
  const decided = await decide(ctx, roomId)
  if (!decided) return
  const { room, next } = decided
  const party = partyOf(room)
  await release(ctx, room, ({ id }) => next.release.includes(id))
  if (next.next === 'comfort' && party) await send(ctx, party, 'alone', { room: room.id, why: next.why })
  if (next.next === 'tell') await tellWaiting(ctx, room)
  if (next.next === 'end') await closeRoom(ctx, room)
  const update: Parameters<typeof awaitPage>[2]['update'] = (conferenceSid, callSid, change) =>
    unlessOver(ctx.twilio.updateParticipant(conferenceSid, callSid, change))
  if (next.next === 'await') await awaitPage(ctx, room, { awaited: true, update })
  if (next.next !== 'nothing') return
  if ((await callParty(ctx, room)) === 'refused') return tellWaiting(ctx, room)
  await ringThird(ctx, room)
  const after = await endConsultation(ctx, room)
  if (hasRecruiter(after)) await awaitPage(ctx, after, { awaited: false, update })
  await fulfil(ctx, after)
  await recordRoom(ctx, after)
}

/** Whom they wait for does not come. */
async function tellWaiting(ctx: CoreContext, room: Room) {
  for (const waiting of room.participants.filter(({ role, status }) => role !== 'party' && status === 'connected'))
    await send(ctx, waiting, 'alone', { room: room.id, why: 'unreached' })
}

/** Under the room's lock: what is to be done, if nobody is doing it already. */
async function decide(ctx: CoreContext, roomId: string): Promise<{ room: Room; next: RoomNext } | null> {
  return ctx.database.transaction(async (tx) => {
    const room = await findRoom(tx.client, roomId, { lock: true })
    if (!room || room.kind !== 'call') return null
    const now = ctx.clock.now()
    const occupants = room.participants.map((one) => ({
      id: one.id,
      role: one.role,
      status: one.status,
      // Whoever took the call has had it, even for a moment.
      everJoined: one.joinedAt !== null || one.lifted || one.id === room.takenBy,
      isBrowser: one.phone.startsWith('client:'),
      competes: one.competes,
      leaves: one.leaves,
    }))
    const waitedEnough = room.lookAt !== null && room.lookAt <= now
    const rungEnough = room.ringsUntil !== null && room.ringsUntil <= now
    const next = roomNext(occupants, { takenBy: room.takenBy, waitedEnough, rungEnough })
    const acts = next.next === 'comfort' || next.next === 'tell'
    if (acts && room.lookAt !== null && !waitedEnough) return null
    const lookAt = lookAtAfter(next, room, now)
    // Whoever would press 1 now is too late: the caller is on their way.
    const ringsUntil = ringsUntilAfter(next, room, now)
    await tx.client.query({
      name: 'look-at-room',
      text: `update twilio_conferences set look_at = $2, rings_until = $4, updated_at = $3, expect_at = case when $5 then expect_at end
              where id = $1 and (look_at, rings_until, expect_at) is distinct from ($2, $4, case when $5 then expect_at end)`,
      values: [roomId, lookAt, now, ringsUntil, next.next !== 'end' && expectsNews(room)],
    })
    if (next.next === 'await' && room.lookAt === null && lookAt)
      await ctx.jobs.enqueue(tx, 'settle-room', { roomId }, { key: `look-at-room:${roomId}`, runAt: lookAt })
    return { room, next }
  })
}

function lookAtAfter(next: RoomNext, room: Room, now: Date): Date | null {
  if (next.next === 'await') return room.lookAt ?? new Date(now.getTime() + awaitMilliseconds)
  if (next.next === 'comfort' || next.next === 'tell') return new Date(now.getTime() + lookAgainMilliseconds)
  return null
}

/** A ringing that is over stays over: its end is not taken away before the caller has left the room. */
function ringsUntilAfter(next: RoomNext, room: Room, now: Date): Date | null {
  if (room.ringsUntil === null || next.next === 'end') return null
  return next.next === 'comfort' && now < room.ringsUntil ? now : room.ringsUntil
}

/** Something that Twilio was asked for is not known to have happened. */
function expectsNews(room: Room) {
  return room.participants.some(({ status, ...one }) => {
    if (status === 'complete' || status === 'failed') return false
    const isChanging = (one.wantsHold ?? one.hold) !== one.hold || (one.wantsMuted ?? one.muted) !== one.muted
    const isUnheardOf = one.role === 'consulted' && one.callSid === null
    return isChanging || isUnheardOf || one.leaves || (one.lifted && status !== 'connected')
  })
}

/** The process that wrote a consultation down may have died before it rang. */
async function ringThird(ctx: CoreContext, room: Room) {
  const third = room.participants.find(
    ({ role, isCalled, status, leaves }) => role === 'consulted' && !isCalled && !leaves && status === 'queued',
  )
  if (!third) return
  await ringConsulted(ctx, room, third).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
    ctx.log.warn({ err: error, roomId: room.id }, 'a third person could not be rung')
  })
}

/** Somebody of ours is in it, not only on the way. */
function hasRecruiter(room: Room) {
  return room.participants.some(({ role, status }) => role !== 'party' && status === 'connected')
}

/** What was asked while somebody was on their way in is done now that they are. */
async function fulfil(ctx: CoreContext, room: Room) {
  const { conferenceSid } = room
  if (conferenceSid === null) return
  for (const { callSid, status, ...one } of room.participants) {
    if (callSid === null || status !== 'connected') continue
    const hold = one.wantsHold !== null && one.wantsHold !== one.hold ? { hold: one.wantsHold } : {}
    const muted = one.wantsMuted !== null && one.wantsMuted !== one.muted ? { muted: one.wantsMuted } : {}
    const change = { ...hold, ...muted }
    if (Object.keys(change).length > 0) await unlessOver(ctx.twilio.updateParticipant(conferenceSid, callSid, change))
  }
}

/** Their call goes on at another of our addresses. */
async function send(ctx: CoreContext, { callSid }: Participant, page: string, query: Record<string, string>) {
  if (callSid === null) return
  const url = webhookUrl(ctx.config, `/api/twilio/webhooks/voice/${page}`, query)
  await unlessOver(ctx.twilio.updateCall(callSid, { url }))
}
