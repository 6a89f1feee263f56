import type { Context } from '@/lib/context'
import type { CallReport } from '@/lib/services/calls/call-report'
import { recordVoice } from '@/lib/services/calls/record-voice'
import { joinStep } from '@/lib/services/rooms/join-step'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import { DomainError } from '@/shared/errors'
import { PhoneConnectParameters } from '@/shared/schemas/phone'
import { callFromPhone } from './call-from-phone'
import { findPhonePerson, type PhonePerson } from './find-phone-person'
import { joinAgain } from './join-again'
import { pickUp } from './pick-up'

/** Where a phone in a browser goes: its place in a room, and the call on whose account it is there (null: Twilio has not confirmed one). */
export type PhonePlace = { roomId: string; participantId: string; callSid: string | null }

type Asked = CallReport & { parameters: Readonly<Record<string, string>>; raw: string }

/**
 * What a phone in a browser hears that calls our application: it calls somebody, joins its call again after a reload, or takes a
 * call that rings for it. Its leg is a leg of that call, in the call's room; a refusal is said aloud.
 */
export async function answerPhone(ctx: Context, { raw, parameters, ...report }: Asked): Promise<string> {
  await recordVoice(ctx, { eventKey: `${report.callSid}:phone`, kind: 'voice', raw })
  const place = await placeOf(ctx, report, parameters).catch((error: unknown) => {
    if (error instanceof DomainError) return { refusal: error.message }
    throw error
  })
  if ('refusal' in place) return renderVoice([{ say: place.refusal }, { hangUp: true }])
  await recordVoice(ctx, {
    eventKey: `${report.callSid}:phone:placed`,
    kind: 'voice',
    raw,
    call: { ...report, parentCallSid: place.callSid },
  })
  return renderVoice([joinStep(ctx.config, place)])
}

async function placeOf(
  ctx: Context,
  report: CallReport,
  parameters: Asked['parameters'],
): Promise<PhonePlace | { refusal: string }> {
  const person = await findPhonePerson(ctx, report.from)
  if (!person) return { refusal: 'This phone may not place calls. Goodbye.' }
  const asked = PhoneConnectParameters.safeParse(parameters)
  if (!asked.success) return { refusal: 'There is no number to call. Goodbye.' }
  const own = ownContext(ctx, person)
  const leg = { callSid: report.callSid, address: report.from, person }
  if ('To' in asked.data) return callFromPhone(own, leg, { to: asked.data.To, callerId: asked.data.CallerId })
  return 'Room' in asked.data ? joinAgain(own, leg, asked.data.Room) : pickUp(own, leg, asked.data.Pickup)
}

/** What follows is done by the person, not by Twilio. */
function ownContext(ctx: Context, { id, role }: PhonePerson): Context {
  return { ...ctx, actor: { type: 'operator', userId: id, role } }
}
