import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { takenWords } from './answer-join'
import { joinStep } from './join-step'

type Joined = CallReport & { roomId: string; participantId: string; key: string; raw: string }

/** They have pressed a key: 1 puts them into the room, unless it is a call that another has taken a moment before; any other lets them go. */
export async function answerJoined(
  ctx: Context,
  { raw, roomId, participantId, key, ...report }: Joined,
): Promise<string> {
  await recordVoice(ctx, { eventKey: `${report.callSid}:joined`, kind: 'voice', raw, call: report })
  if (key !== '1') return renderVoice([{ hangUp: true }])
  if (!(await take(ctx, { roomId, participantId }))) return renderVoice([{ say: takenWords }, { hangUp: true }])
  return renderVoice([joinStep(ctx.config, { roomId, participantId })])
}

/** Of those who compete for a call the first has it: one statement, under the room's row. Then the others stop ringing. */
async function take(ctx: Context, { roomId, participantId }: { roomId: string; participantId: string }) {
  return ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ competes: boolean }>({
      name: 'take-room',
      text: `update twilio_conferences room
                set taken_by = case when participant.competes then participant.id else room.taken_by end, updated_at = $3
               from twilio_conference_participants participant
              where room.id = $1 and participant.id = $2 and participant.conference_id = room.id
                and (not participant.competes or room.taken_by is null or room.taken_by = participant.id)
             returning participant.competes`,
      values: [roomId, participantId, ctx.clock.now()],
    })
    if (rows[0]?.competes) await ctx.jobs.enqueue(tx, 'settle-room', { roomId }, { key: `settle-room:${roomId}` })
    return rows.length === 1
  })
}
