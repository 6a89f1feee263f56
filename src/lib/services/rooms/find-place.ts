import type { CoreContext } from '@/lib/context'

/**
 * The place that is kept in a room for a leg that has not come into it yet; null when there is none. Asked when a Dial has ended: then it was
 * not hung up but lifted. By the index on call_sid.
 */
export async function findPlace(
  ctx: Pick<CoreContext, 'database'>,
  { callSid }: { callSid: string },
): Promise<{ roomId: string; participantId: string } | null> {
  const { rows } = await ctx.database.pool.query<{ id: string; conference_id: string }>({
    name: 'find-place',
    text: `select participant.id, participant.conference_id
             from twilio_conference_participants participant join twilio_conferences room on room.id = participant.conference_id
            where participant.call_sid = $1 and participant.joined_at is null and participant.left_at is null
              and room.status <> 'completed'
            order by participant.created_at desc limit 1`,
    values: [callSid],
  })
  const [row] = rows
  return row ? { roomId: row.conference_id, participantId: row.id } : null
}
