import { CookieJar } from '../webhooks/cookies.ts'
import type { World } from '../world.ts'

const keptMs = 4 * 3_600_000

/** The cookies between two addresses; forgotten after four hours without a text. */
export function textCookies(world: World, from: string, to: string): CookieJar {
  const { jars } = world.account.messaging
  const key = `${from}|${to}`
  const known = jars.get(key)
  const now = world.clock.now()
  const jar = known !== undefined && now - known.usedAt < keptMs ? known.jar : new CookieJar()
  jars.set(key, { jar, usedAt: now })
  return jar
}
