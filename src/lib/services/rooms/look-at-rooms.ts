import type { CoreContext } from '@/lib/context'
import { settleRoom } from './settle-room'

const atOnce = 100

/**
 * Looks at every room that is due: somebody has waited or was rung long enough, or what was done about it was not
 * seen. By twilio_conferences_look_at, _rings_until and _expect_at.
 */
export async function lookAtRooms(ctx: CoreContext): Promise<void> {
  const { rows } = await ctx.database.pool.query<{ id: string }>({
    name: 'rooms-to-look-at',
    text: `select id from twilio_conferences where look_at <= $1 or rings_until <= $1 or expect_at <= $1
            order by coalesce(look_at, rings_until, expect_at) limit $2`,
    values: [ctx.clock.now(), atOnce],
  })
  for (const { id } of rows) {
    await settleRoom(ctx, { roomId: id }).catch((error: unknown) => {
      ctx.log.error({ err: error, roomId: id }, 'a room could not be settled')
    })
  }
}
