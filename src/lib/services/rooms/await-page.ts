import type { CoreContext } from '@/lib/context'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { partyOf, type Room } from './room'

type Change = { hold: boolean; holdUrl?: string }
type UpdateParty = (conferenceSid: string, callSid: string, change: Change) => Promise<unknown>

/** The music that Twilio plays by itself to whoever is on hold. */
const music = 'http://com.twilio.sounds.music.s3.amazonaws.com/MARKOVICHAMP-Borghestral.mp3'

/** While a page is awaited, the other party is told so and hears music; once it is back, they talk on as before. `update` asks Twilio. */
export async function awaitPage(
  ctx: CoreContext,
  room: Room,
  { awaited, update }: { awaited: boolean; update: UpdateParty },
) {
  const party = partyOf(room)
  if (room.awaitsPage === awaited || room.conferenceSid === null || !party?.callSid || party.status !== 'connected')
    return
  // Whom one of ours has put on hold hears music already, and stays there.
  if (party.wantsHold !== true) {
    const holdUrl = webhookUrl(ctx.config, '/api/twilio/webhooks/voice/waiting')
    await update(room.conferenceSid, party.callSid, awaited ? { hold: true, holdUrl } : { hold: false })
  }
  await ctx.database.pool.query({
    name: 'await-page',
    text: 'update twilio_conferences set awaits_page = $2, updated_at = $3 where id = $1',
    values: [room.id, awaited, ctx.clock.now()],
  })
}

/** What somebody hears whose other side was lost for a moment. */
export function answerWaiting(): string {
  return renderVoice([
    { say: 'The line was lost for a moment. Please stay on the line, you will be connected again.' },
    { music },
  ])
}
