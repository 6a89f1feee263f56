import type { Account } from '../account/account.ts'
import type { World } from '../world.ts'
import type { Leg } from '../calls/leg.ts'
import type { Member, Pickup, Queue } from './queue.ts'

export const usualSize = 1000
export const longestName = 64

export function findQueue(account: Account, name: string): Queue | undefined {
  for (const queue of account.queues.values()) if (queue.friendlyName === name) return queue
  return undefined
}

export function createQueue(world: World, friendlyName: string, maxSize = usualSize): Queue {
  const now = world.clock.now()
  const queue: Queue = {
    sid: world.newSid('QU'),
    friendlyName,
    maxSize,
    createdAt: now,
    updatedAt: now,
    members: [],
    takers: [],
  }
  world.account.queues.set(queue.sid, queue)
  return queue
}

/** At the end of the queue, or straight to whoever has been waiting for someone. */
export function enqueue(world: World, queue: Queue, leg: Leg): Member {
  const member: Member = {
    leg,
    queueSid: queue.sid,
    enqueuedAt: world.clock.now(),
    taken: Promise.withResolvers(),
    gone: Promise.withResolvers<void>(),
  }
  queue.members.push(member)
  queue.takers.shift()?.(member)
  return member
}

export function removeMember(queue: Queue, member: Member): void {
  const index = queue.members.indexOf(member)
  if (index !== -1) queue.members.splice(index, 1)
}

/** The longest waiting caller, now or within so many milliseconds; null if nobody comes. Rejects with the signal's reason. */
export async function takeMember(world: World, queue: Queue, ms: number, signal: AbortSignal): Promise<Member | null> {
  const [first] = queue.members
  const member = first ?? (await nextMember(world, queue, ms, signal))
  if (member !== null) removeMember(queue, member)
  return member
}

async function nextMember(world: World, queue: Queue, ms: number, signal: AbortSignal): Promise<Member | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Member | null>()
  const taker = (member: Member) => {
    removeMember(queue, member)
    resolve(member)
  }
  const onAbort = () => reject(signal.reason)
  queue.takers.push(taker)
  signal.addEventListener('abort', onAbort, { once: true })
  const timer = world.clock.after(ms, () => resolve(null))
  try {
    signal.throwIfAborted()
    return await promise
  } finally {
    timer.cancel()
    signal.removeEventListener('abort', onAbort)
    queue.takers = queue.takers.filter((each) => each !== taker)
  }
}

export function waitSeconds(world: World, member: Member): number {
  return Math.round((world.clock.now() - member.enqueuedAt) / 1000)
}

/** Whole seconds that those who wait now have waited, on average. */
export function averageWaitSeconds(world: World, queue: Queue): number {
  if (queue.members.length === 0) return 0
  const total = queue.members.reduce((sum, member) => sum + waitSeconds(world, member), 0)
  return Math.round(total / queue.members.length)
}

export function createPickup(by: Leg, whisper: Pickup['whisper']): Pickup {
  return { by, whisper, ready: Promise.withResolvers<void>(), over: Promise.withResolvers<void>() }
}
