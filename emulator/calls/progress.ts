import { isTollFree } from '../account/phone-number-format.ts'
import { chargeText, prices } from '../usage/prices.ts'
import type { World } from '../world.ts'
import { postCallCallback } from './call-callback.ts'
import { durationSeconds } from './call.ts'
import type { Call, FinalStatus, Heard } from './call.ts'
import type { Leg, Utterance } from './leg.ts'

/** The ways a call goes forward. Each writes the status, tells the subscribers, and wakes who waits for the leg. */

const beepMs = 300

export function speechMs(world: World, text: string): number {
  return text.length * world.timing.sayPerCharacter
}

export function initiateLeg(world: World, leg: Leg): void {
  touch(world, leg)
  postCallCallback(world, leg.call, 'initiated')
}

export function startRinging(world: World, leg: Leg): void {
  leg.call.status = 'ringing'
  leg.call.waitingFor = leg.handset === null ? null : 'answer'
  touch(world, leg)
  postCallCallback(world, leg.call, 'ringing')
}

export function answerLeg(world: World, leg: Leg): void {
  const { call } = leg
  if (leg.isOver || call.status === 'in-progress') return
  call.status = 'in-progress'
  call.answeredAt = world.clock.now()
  call.startedAt ??= call.answeredAt
  call.waitingFor = null
  touch(world, leg)
  postCallCallback(world, call, 'answered')
  leg.markAnswered()
  if (leg.peer !== null) answerLeg(world, leg.peer)
}

export function endLeg(world: World, leg: Leg, status: FinalStatus): void {
  const { call } = leg
  if (leg.isOver) return
  call.status = call.answeredAt === null ? status : 'completed'
  call.endedAt = world.clock.now()
  call.startedAt ??= call.direction === 'inbound' ? call.createdAt : null
  call.waitingFor = null
  call.price = priceOf(call)
  for (const task of leg.onEnd.splice(0)) task()
  world.account.legs.delete(call.sid)
  touch(world, leg)
  postCallCallback(world, call, 'completed')
  leg.markEnded(call.status)
  if (leg.peer !== null) endLeg(world, leg.peer, status)
}

/** Something reaches the ear, for so many milliseconds; speech takes its time by its length. */
export function hear(
  world: World,
  leg: Leg,
  heard: Omit<Heard, 'at'>,
  sound: Omit<Partial<Utterance>, 'text'> = {},
): void {
  leg.call.heard.push({ ...heard, at: world.clock.date().toISOString() })
  const text = heard.text ?? null
  const ms = sound.ms ?? (text === null ? beepMs : speechMs(world, text))
  for (const tap of leg.taps) tap('outbound', { ...sound, text, ms })
  touch(world, leg)
}

export function waitFor(world: World, leg: Leg, what: Call['waitingFor']): void {
  leg.call.waitingFor = what
  touch(world, leg)
}

function touch(world: World, leg: Leg): void {
  leg.call.updatedAt = world.clock.now()
  world.changes.emit('call', leg.call.sid)
}

/** US dollars per started minute, by public list prices; null for a call that nobody answered. */
function priceOf(call: Call): string | null {
  if (call.answeredAt === null) return null
  const minutes = Math.max(1, Math.ceil(durationSeconds(call, call.answeredAt) / 60))
  const inbound = isTollFree(call.to) ? prices.callInboundTollFreeMinute : prices.callInboundLocalMinute
  return chargeText((call.direction === 'inbound' ? inbound : prices.callOutboundMinute) * minutes)
}
