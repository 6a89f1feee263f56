import type { Account } from './account/account.ts'
import type { Changes } from './account/changes.ts'
import type { NewSid } from './account/sids.ts'
import type { ReceiveCall } from './calls/receive-call.ts'
import type { Clock } from './clock/clock.ts'
import type { Faults } from './faults/faults.ts'
import type { Timing } from './timing.ts'
import type { CallbackChains } from './webhooks/callback-chains.ts'
import type { Outbound } from './webhooks/exchange.ts'

export type Programs = {
  /** Speaks text into a file, as `flite` does. */
  speak: string
  /** Understands speech, as `pocketsphinx_continuous` does. */
  recognize: string
}

/** All that a part of the emulator may need; made once, passed everywhere. */
export type World = {
  account: Account
  clock: Clock
  faults: Faults
  changes: Changes
  callbacks: CallbackChains
  outbound: Outbound
  timing: Timing
  /** Of this machine, if it has them: what they do is done without them otherwise, or not at all. */
  programs: Programs
  newSid: NewSid
  /** An outbound leg that reaches a number of the account is a call to that number's webhook. */
  receiveCall: ReceiveCall
  /** API requests being answered right now. */
  load: { requests: number }
  /** Where the emulator itself is reached, without a slash at the end. */
  baseUrl: () => string
}
