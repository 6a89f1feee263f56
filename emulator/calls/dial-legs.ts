import { findOwnNumber } from '../account/phone-numbers.ts'
import { parseAddress, parseClient, parseSip } from '../account/address.ts'
import { isE164, parseNumber } from '../account/phone-number-format.ts'
import type { DialPlan, DialTarget } from '../twiml/dial-plan.ts'
import type { Run } from '../twiml/verb.ts'
import { complain } from '../twiml/verb.ts'
import { isVerified } from '../registry/caller-id.ts'
import type { World } from '../world.ts'
import type { Call, FinalStatus } from './call.ts'
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
  const to = addressOf(run, target)
  if (to === null) return null
  const leg = createLeg(world, {
    from,
    to,
    direction: 'outbound-dial',
    status: 'ringing',
    parentCallSid: parent.call.sid,
    callback: target.callback,
  })
  leg.dialed = true
  leg.parameters = target.noun === 'Application' ? applicationParameters(parent.call, target) : {}
  leg.fallback = parent.fallback
  ringLeg(world, leg, { initiatedAfterMs: 0, timeoutSeconds: plan.timeoutSeconds })
  return { leg, target }
}

const invalid: Record<string, number> = { Client: 13_223, Sip: 13_243, Application: 21_218 }

/** What a noun rings; null with the reason noted if that is nobody. */
function addressOf(run: Run, { noun, address }: DialTarget): string | null {
  const to = parsers.get(noun)?.(run.world, address)
  if (to === undefined) complain(run, 12_200, `Dial: the emulator cannot dial a ${noun}`)
  else if (to === null) complain(run, invalid[noun] ?? 13_224, `Dial: nobody can be reached at ${address}`)
  return to ?? null
}

const parsers: ReadonlyMap<string, (world: World, address: string) => string | null> = new Map([
  ['Number', (_world: World, address: string) => parseNumber(address)],
  ['Client', (_world: World, address: string) => parseClient(address)],
  ['Sip', (_world: World, address: string) => parseSip(address)],
  [
    'Application',
    ({ account }: World, address: string) => (account.registry.applications.has(address) ? `app:${address}` : null),
  ],
])

function applicationParameters(parent: Call, target: DialTarget): Record<string, string> {
  const { address, parameters, copyParentTo } = target
  return { ...parameters, ApplicationSid: address, ...(copyParentTo ? { To: parent.to } : {}) }
}

/** The plan's caller ID or the caller's own; a number is shown a number only, of this call or of the account (13214). */
function callerIdOf(run: Run, plan: DialPlan): string | null {
  const { from, to } = run.leg.call
  const { account } = run.world
  const isToNumber = plan.targets.some((target) => target.noun === 'Number')
  if (!isToNumber) return parseAddress(plan.callerId ?? '') ?? parseClient(plan.callerId ?? '') ?? from
  if (plan.callerId === null && isE164(from)) return from
  const number = parseNumber(plan.callerId ?? '')
  const isAllowed = (own: string) => findOwnNumber(account, own) !== null || isVerified(account, own)
  if (number !== null && (number === from || number === to || isAllowed(number))) return number
  complain(run, 13_214, `Dial: invalid callerId ${plan.callerId ?? from}`)
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
