import { findOwnNumber } from '../account/phone-numbers.ts'
import { parseNumber } from '../account/phone-number-format.ts'
import { isVerified } from '../registry/caller-id.ts'
import type { DialPlan, DialTarget } from '../twiml/dial-plan.ts'
import type { Run } from '../twiml/verb.ts'
import { warn } from '../twiml/verb.ts'
import type { FinalStatus } from './call.ts'
import { createLeg } from './create-leg.ts'
import type { Leg } from './leg.ts'
import { endLeg } from './progress.ts'
import { ringLeg } from './ring-leg.ts'

export type Child = { leg: Leg; target: DialTarget }

/** A dialled leg on its way, or null with the reason noted where nobody can be rung. */
export function startChild(run: Run, plan: DialPlan, target: DialTarget): Child | null {
  const { world, leg: parent } = run
  const from = callerIdOf(run, plan)
  if (from === null) return null
  if (target.noun !== 'Number') {
    warn(run, 12_200, `Dial: the emulator cannot dial a ${target.noun} yet`)
    return null
  }
  const to = parseNumber(target.address)
  if (to === null) {
    warn(run, 13_224, `Dial: no such number: ${target.address}`)
    return null
  }
  const leg = createLeg(world, {
    from,
    to,
    direction: 'outbound-dial',
    status: 'ringing',
    parentCallSid: parent.call.sid,
    callback: target.callback,
  })
  leg.dialed = true
  leg.fallback = parent.fallback
  ringLeg(world, leg, { initiatedAfterMs: 0, timeoutSeconds: plan.timeoutSeconds })
  return { leg, target }
}

/** The plan's caller ID or the caller's own; it must be of this call or of the account (13214). */
function callerIdOf(run: Run, plan: DialPlan): string | null {
  const { from, to } = run.leg.call
  if (plan.callerId === null) return from
  const number = parseNumber(plan.callerId)
  const { account } = run.world
  const isOwn = number !== null && (findOwnNumber(account, number) !== null || isVerified(account, number))
  if (number !== null && (number === from || number === to || isOwn)) return number
  warn(run, 13_214, `Dial: invalid callerId ${plan.callerId}`)
  return null
}

/** The first child to answer, or null when all have ended. Rejects with the signal's reason. */
export async function firstToAnswer(children: readonly Child[], signal: AbortSignal): Promise<Child | null> {
  const first = Promise.withResolvers<Child | null>()
  const onAbort = () => first.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  for (const child of children) void child.leg.whenAnswered.then(() => first.resolve(child))
  void Promise.all(children.map((child) => Promise.race([child.leg.whenEnded, child.leg.whenDeparted]))).then(() =>
    first.resolve(null),
  )
  try {
    signal.throwIfAborted()
    return await first.promise
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** What became of a Dial that nobody answered. */
export function unansweredStatus(children: readonly (Child | null)[]): FinalStatus {
  const statuses = children.map((child) => child?.leg.call.status ?? 'failed')
  if (statuses.every((status) => status === 'failed')) return 'failed'
  const tried = statuses.filter((status) => status !== 'failed')
  return tried.every((status) => status === 'busy') ? 'busy' : 'no-answer'
}

export function endChildren(run: Run, children: readonly Child[], except?: Child): void {
  for (const child of children) {
    if (child !== except && child.leg.dialed) endLeg(run.world, child.leg, 'canceled')
  }
}
