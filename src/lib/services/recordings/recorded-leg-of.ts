import type { CoreContext } from '@/lib/context'
import type { Call } from '@/shared/schemas/call'

/** The leg that is recorded of a call: the other party's where it has a room, else the one that dialled. By the index on call_sid of participants. */
export async function recordedLegOf(
  ctx: Pick<CoreContext, 'database'>,
  { callSid, parentCallSid, roomId }: Call,
): Promise<string | null> {
  if (roomId === null) return parentCallSid ?? callSid
  const { rows } = await ctx.database.pool.query<{ call_sid: string | null }>({
    name: 'party-of-room',
    text: `select coalesce(participant.call_sid, leg.call_sid) as call_sid
             from twilio_conference_participants participant left join twilio_call_logs leg on leg.id = participant.call_id
            where participant.conference_id = $1 and participant.role = 'party' limit 1`,
    values: [roomId],
  })
  return rows[0]?.call_sid ?? callSid
}
