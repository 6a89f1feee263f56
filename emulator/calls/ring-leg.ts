import { findOwnNumber } from '../account/phone-numbers.ts'
import { ensurePhone } from '../account/phones.ts'
import type { Phone } from '../account/phones.ts'
import type { World } from '../world.ts'
import type { Leg } from './leg.ts'
import { answerLeg, endLeg, initiateLeg, startRinging } from './progress.ts'

export type Ringing = { initiatedAfterMs: number; timeoutSeconds: number }

/** Sends an outbound leg on its way: initiated, ringing, and then what the far end does within the timeout. */
export function ringLeg(world: World, leg: Leg, ringing: Ringing): void {
  const { clock, timing } = world
  const fault = world.faults.forNumber(leg.call.to, 'call')?.callStatus
  clock.after(ringing.initiatedAfterMs, () => {
    if (leg.isOver) return
    initiateLeg(world, leg)
    clock.after(timing.callRinging, () => {
      if (leg.isOver) return
      if (fault === 'failed') return endLeg(world, leg, 'failed')
      startRinging(world, leg)
      clock.after(ringing.timeoutSeconds * 1000, () => {
        if (leg.call.status === 'ringing') endLeg(world, leg, 'no-answer')
      })
      if (fault === 'busy') clock.after(timing.phoneDeclines, () => endUnanswered(world, leg))
      else if (fault === undefined) reachFarEnd(world, leg)
    })
  })
}

function reachFarEnd(world: World, leg: Leg): void {
  const { clock, timing, account } = world
  const { from, to } = leg.call
  if (to.startsWith('app:') || findOwnNumber(account, to) !== null) {
    if (world.receiveCall(world, { from, to, peer: leg, parameters: leg.parameters }) === null)
      endLeg(world, leg, 'failed')
    return
  }
  const phone = ensurePhone(world, to)
  const isTalking = phone.callSids.some((sid) => account.legs.get(sid)?.call.status === 'in-progress')
  if (isTalking) clock.after(timing.phoneDeclines, () => endUnanswered(world, leg))
  else if (phone.onCall === 'answer') clock.after(timing.phoneAnswers, () => answerLeg(world, leg))
  else if (phone.onCall === 'decline') clock.after(timing.phoneDeclines, () => endUnanswered(world, leg))
  else if (phone.onCall === 'voicemail') clock.after(timing.voicemailAnswers, () => takeByVoicemail(world, leg, phone))
}

function takeByVoicemail(world: World, leg: Leg, phone: Phone): void {
  if (leg.call.status !== 'ringing') return
  phone.voicemailSids.add(leg.call.sid)
  answerLeg(world, leg)
}

function endUnanswered(world: World, leg: Leg): void {
  if (leg.call.status === 'ringing') endLeg(world, leg, 'busy')
}
