import type { World } from '../world.ts'

/** Milliseconds until a new call by REST may go out: one after the other at the account's rate, if it has one. */
export function reserveRelease(world: World): number {
  const { account, clock } = world
  const { callsPerSecond } = account.settings
  if (callsPerSecond === null) return 0
  const now = clock.now()
  const at = Math.max(now, account.nextCallAt)
  account.nextCallAt = at + 1000 / callsPerSecond
  return Math.round(at - now)
}
