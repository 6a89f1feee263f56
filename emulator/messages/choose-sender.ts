import { countryOf } from '../account/phone-number-format.ts'
import type { World } from '../world.ts'
import type { MessagingService } from './messaging-service.ts'
import { isQueueFull, sentBy, waitOf } from './throughput.ts'

/** Every address a service may send from, alpha senders last. */
export function sendersOf(world: World, service: MessagingService): string[] {
  const { numbers, messaging } = world.account
  return [
    ...service.numbers.flatMap(({ sid }) => numbers.get(sid)?.phoneNumber ?? []),
    ...service.shortCodes.flatMap(({ sid }) => messaging.shortCodes.get(sid)?.shortCode ?? []),
    ...service.alphaSenders.map((sender) => sender.alphaSender),
  ]
}

function isNorthAmerican(phoneNumber: string): boolean {
  return phoneNumber.startsWith('+1')
}

/** How well a sender suits a recipient: short codes at home, alpha senders abroad, the same country, the same area. */
function fitness(service: MessagingService, sender: string, to: string): number {
  const isShortCode = /^\d/.test(sender)
  const isNumber = sender.startsWith('+')
  if (isShortCode) return isNorthAmerican(to) ? 4 : -1
  if (!isNumber) return isNorthAmerican(to) ? -1 : 4
  const isNear = service.areaCodeGeomatch && isNorthAmerican(to) && sender.slice(0, 5) === to.slice(0, 5)
  if (isNear) return 3
  return countryOf(sender) === countryOf(to) ? 2 : 1
}

/**
 * The sender of a service's text: the one the recipient knows, else the best fitting, else among equals the one that is
 * free first and was given least. Null with 21703 if none reaches the recipient, 30001 if all queues are full.
 */
export function chooseSender(world: World, service: MessagingService, to: string): string | 21_703 | 30_001 {
  const { sticky } = world.account.messaging
  const key = `${service.sid}|${to}`
  const able = sendersOf(world, service).filter((sender) => fitness(service, sender, to) >= 0)
  if (able.length === 0) return 21_703
  const known = sticky.get(key)
  if (service.stickySender && known !== undefined && able.includes(known)) {
    return isQueueFull(world, known) ? 30_001 : known
  }
  const best = Math.max(...able.map((sender) => fitness(service, sender, to)))
  const free = able
    .filter((sender) => fitness(service, sender, to) === best && !isQueueFull(world, sender))
    .toSorted((a, b) => waitOf(world, a) - waitOf(world, b) || sentBy(world.account, a) - sentBy(world.account, b))
  const chosen = free[0]
  if (chosen === undefined) return 30_001
  sticky.set(key, chosen)
  return chosen
}
