import type { SignedWebhook } from '@/lib/auth/verify-webhook'

/** How handling a webhook failed; `signed` when that was after its signature was found right. */
type Failure = { error: unknown; signed: SignedWebhook | undefined }

const failures = new WeakMap<object, Failure>()

/** Leaves with Node's request how it failed, for whoever answers it in our place: its body has been read, and nothing is to be done twice. */
export function passOn(incoming: object, failure: Failure) {
  failures.set(incoming, failure)
}

/** How the request behind these bindings has failed already; undefined for one that comes fresh. */
export function passedOn(bindings: unknown): Failure | undefined {
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return undefined
  const { incoming } = bindings
  return typeof incoming === 'object' && incoming !== null ? failures.get(incoming) : undefined
}
