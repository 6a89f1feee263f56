import { levelOf } from '../account/level-of.ts'
import { notify } from '../account/notify.ts'
import type { World } from '../world.ts'
import { deliver } from './deliver.ts'
import type { Parameters } from './sign.ts'
import type { CallbackKind } from './webhook-log.ts'

export type Callback = {
  kind: CallbackKind
  /** Callbacks of one resource go out one after the other. */
  resourceSid: string
  url: string
  method: string
  parameters: Parameters
}

const reorderWaitMs = 2000
const duplicateDelayMs = 50

/** Status callbacks: nobody waits for them, and each resource's go out in order unless a fault says otherwise. */
export class CallbackChains {
  private readonly chains = new Map<string, Promise<void>>()
  private readonly held = new Map<string, () => void>()

  post(world: World, callback: Callback): void {
    const faults = world.faults.forCallback(callback.kind)
    if (faults.some((rule) => rule.action === 'drop')) return
    const later = faults.find((rule) => rule.action === 'delay')
    const reorder = faults.find((rule) => rule.action === 'reorder')
    const twice = faults.find((rule) => rule.action === 'duplicate')
    if (twice !== undefined) {
      const delay = (later?.delayMs ?? 0) + (twice.delayMs ?? duplicateDelayMs)
      world.clock.after(delay, () => this.chain(world, callback))
    }
    if (later !== undefined) world.clock.after(later.delayMs ?? 1000, () => this.chain(world, callback))
    else if (reorder !== undefined && !this.held.has(callback.resourceSid))
      this.hold(world, callback, reorder.delayMs ?? reorderWaitMs)
    else this.chain(world, callback)
  }

  /** Keeps a callback back until the next one of its resource has gone out, or until the wait is over. */
  private hold(world: World, callback: Callback, waitMs: number): void {
    const { resourceSid } = callback
    const release = () => {
      if (this.held.get(resourceSid) !== release) return
      this.held.delete(resourceSid)
      timer.cancel()
      this.chain(world, callback)
    }
    const timer = world.clock.after(waitMs, release)
    this.held.set(resourceSid, release)
  }

  private chain(world: World, callback: Callback): void {
    const { resourceSid } = callback
    const before = this.chains.get(resourceSid) ?? Promise.resolve()
    const turn = before.then(() => send(world, callback))
    this.chains.set(resourceSid, turn)
    void world.clock.track(turn).then(() => {
      if (this.chains.get(resourceSid) === turn) this.chains.delete(resourceSid)
    })
    this.held.get(resourceSid)?.()
  }
}

/** What the debugger says where it has a code of its own for a callback that failed. */
const failureCodes: Partial<Record<CallbackKind, number>> = { 'call-status': 15_003, 'conference-status': 16_011 }

async function send(world: World, callback: Callback): Promise<void> {
  const { kind, url, method, parameters, resourceSid } = callback
  const delivery = await deliver(world, { kind, url, method, parameters })
  const about = resourceSid.startsWith('CA') ? { callSid: resourceSid, url } : { messageSid: resourceSid, url }
  if (delivery.ok) return
  const code = failureCodes[kind] ?? delivery.code
  notify(world, levelOf(code), code, delivery.text, about)
}
