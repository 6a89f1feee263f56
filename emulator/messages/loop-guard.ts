import type { World } from '../world.ts'

const most = 15
const windowMs = 30_000

/** Counts a reply between two numbers; true if it is one more than Twilio lets them in 30 s (14107). */
export function isLooping(world: World, from: string, to: string): boolean {
  const { replyTimes } = world.account
  const key = `${from}|${to}`
  const recent = (replyTimes.get(key) ?? []).filter((at) => at >= world.clock.now() - windowMs)
  if (recent.length >= most) return true
  replyTimes.set(key, [...recent, world.clock.now()])
  return false
}
