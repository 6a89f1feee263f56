import type { Context } from '@/lib/context'
import { answerSettings } from '@/lib/services/calls/answer-settings'
import type { CallReport } from '@/lib/services/calls/call-report'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { findRoom, partyOf } from './room'
import { enterRoom } from './enter-room'
import { isTaken } from './take-room'
import { notNeededWords, takenWords } from './taken-words'

type Joining = CallReport & { roomId: string; participantId: string; raw: string }

/** Somebody we rang for a room has picked up: they hear who waits and press 1, or come in at once. Nobody comes into a room that is over. */
export async function answerJoin(ctx: Context, input: Joining & { needsKey: boolean }): Promise<string> {
  const { raw, roomId, participantId, needsKey, ...report } = input
  const room = await findRoom(ctx.database.pool, roomId)
  const { answer } = await recordVoice(ctx, {
    eventKey: `${report.callSid}:join`,
    kind: 'voice',
    raw,
    call: report,
    ...(room ? { answeringNumber: room.ourNumber } : {}),
  })
  const participant = room?.participants.find(({ id }) => id === participantId)
  const party = room && partyOf(room)
  if (participant?.leaves) return renderVoice([{ say: notNeededWords }, { hangUp: true }])
  if (!room || !participant || !party || party.status === 'complete' || party.status === 'failed') {
    const isParty = participant?.role === 'party'
    return renderVoice([{ say: isParty ? 'Goodbye.' : 'The caller has hung up. Goodbye.' }, { hangUp: true }])
  }
  if (!needsKey) return enterRoom(ctx, report, { roomId, participantId })
  if (isTaken(room, participantId, ctx.clock.now())) return renderVoice([{ say: takenWords }, { hangUp: true }])
  const { whisper } = answerSettings(ctx.config, answer)
  const who = party.name ?? null
  const said = !party.isCalled
    ? `Your call to ${who ?? party.phone.split('').join(' ')}.`
    : participant.role === 'consulted'
      ? `A colleague would like a word with you${who === null ? '' : ` about ${who}`}.`
      : who === null
        ? whisper
        : `${whisper.replace(/[.!]$/, '')} from ${who}.`
  const action = webhookUrl(ctx.config, '/api/twilio/webhooks/voice/joined', {
    room: roomId,
    participant: participantId,
  })
  const press = party.isCalled ? 'Press 1 to take it.' : 'Press 1 to place it.'
  return renderVoice([{ askKey: { say: `${said} ${press}`, action } }, { hangUp: true }])
}
