import type { Context } from '@/lib/context'
import { answerSettings } from '@/lib/services/calls/answer-settings'
import { answerStep } from '@/lib/services/calls/answer-step'
import type { CallReport } from '@/lib/services/calls/call-report'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { voicemail } from '@/lib/services/calls/voicemail'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { findRoom } from './room'

type Alone = CallReport & {
  roomId: string
  why: 'over' | 'lost' | 'unanswered' | 'unreached'
  parameters: Readonly<Record<string, string>>
  raw: string
}

/**
 * What somebody hears who was alone in a room: goodbye after a talk, the next round when nobody took their call, else a caller leaves a message
 * and whom we called is told so.
 */
export async function answerAlone(ctx: Context, { raw, roomId, why, parameters, ...report }: Alone): Promise<string> {
  const room = await findRoom(ctx.database.pool, roomId)
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:alone:${why}`,
    kind: 'voice',
    raw,
    call: report,
    ...(room ? { answeringNumber: room.ourNumber } : {}),
  })
  const settings = answerSettings(ctx.config, answer)
  if (why === 'unanswered' && room?.ring) return answerStep(ctx, { ...report, parameters }, settings, room.ring.next)
  if (why === 'over') return renderVoice([{ say: 'Thank you. Goodbye.' }, { hangUp: true }])
  if (why === 'unreached') return renderVoice([{ say: 'They did not answer. Goodbye.' }, { hangUp: true }])
  if (report.direction === 'inbound') {
    const sorry = why === 'lost' ? [{ say: 'We are sorry, we have lost the person you talked to.' }] : []
    return renderVoice([...sorry, ...(await voicemail(ctx, settings))])
  }
  return renderVoice([{ say: 'We are sorry, the line was lost. We will call you again. Goodbye.' }, { hangUp: true }])
}
