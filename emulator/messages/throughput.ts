import type { Account } from '../account/account.ts'
import type { World } from '../world.ts'
import { kindOfSender } from './sender.ts'
import type { SenderKind } from './sender.ts'

/** Message segments per second that Twilio lets each kind of sender have by default. */
const perSecond: Record<SenderKind, number> = {
  local: 1,
  'toll-free': 3,
  'short-code': 100,
  alpha: 10,
  whatsapp: 80,
}

/** Milliseconds until a sender could begin with another text. */
export function waitOf(world: World, address: string): number {
  if (!world.account.settings.throughput) return 0
  const queue = world.account.messaging.queues.get(address)
  return Math.max(0, (queue?.freeAt ?? 0) - world.clock.now())
}

export function isQueueFull(world: World, address: string): boolean {
  return waitOf(world, address) >= world.account.settings.queueSeconds * 1000
}

/** Takes a place in the sender's queue; milliseconds until it is this text's turn. */
export function takePlace(world: World, address: string, segments: number): number {
  const { queues } = world.account.messaging
  const wait = waitOf(world, address)
  const takes = Math.ceil((segments * 1000) / perSecond[kindOfSender(address)])
  queues.set(address, { freeAt: world.clock.now() + wait + takes, count: sentBy(world.account, address) + 1 })
  return wait
}

/** How many texts a sender was given so far. */
export function sentBy(account: Account, address: string): number {
  return account.messaging.queues.get(address)?.count ?? 0
}
