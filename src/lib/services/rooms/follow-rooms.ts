import { defineFollower } from '@/lib/services/followers/follower'

/** A leg of a room has ended, or was never answered: somebody looks what the room needs now. */
export const followRooms = defineFollower({
  name: 'rooms',
  types: ['call.ended'],
  async handle(ctx, tx, events) {
    const rooms = new Set(events.flatMap(({ data }) => data.call.roomId ?? []))
    await ctx.jobs.enqueueAll(
      tx,
      'settle-room',
      [...rooms].map((roomId) => ({ payload: { roomId }, key: `settle-room:${roomId}` })),
    )
    return []
  },
})
