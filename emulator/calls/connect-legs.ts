import type { DialPlan } from '../twiml/dial-plan.ts'
import type { Run } from '../twiml/verb.ts'
import { abortable } from './abortable.ts'
import type { Leg } from './leg.ts'

const nobody = () => []

/** Two legs talk until the callee hangs up or is redirected, the time is up, or the caller presses star. */
export async function connect(
  run: Run,
  child: Leg,
  plan: Pick<DialPlan, 'timeLimitSeconds' | 'hangupOnStar'>,
  departed: Promise<void> = child.whenDeparted,
): Promise<void> {
  const { leg, world, signal } = run
  const over = new AbortController()
  const both = AbortSignal.any([signal, over.signal])
  const limit = world.clock.sleep(plan.timeLimitSeconds * 1000, both).catch(() => {})
  leg.audience = () => [child]
  child.audience = () => [leg]
  const star = plan.hangupOnStar ? waitForStar(run, both).catch(() => {}) : new Promise<void>(() => {})
  try {
    await abortable(Promise.race([child.whenEnded, departed, limit, star]), signal)
  } finally {
    over.abort()
    leg.audience = nobody
    child.audience = nobody
    leg.inputs.close()
  }
}

/** Until the caller presses star; nothing else listens meanwhile. */
export async function waitForStar(run: Run, signal: AbortSignal): Promise<void> {
  const { inputs } = run.leg
  inputs.open()
  for (;;) {
    const input = await inputs.next(run.world.clock, Infinity, signal)
    if (input?.type === 'digit' && input.digit === '*') return
  }
}
