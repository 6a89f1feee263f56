import type { LiveTopic } from '@/shared/schemas/live-event'
import type { LiveActor } from './live-actor'
import type { EndReason, Outlet } from './outlet'

/** One client's stream. */
export type LiveConnection = {
  readonly actor: LiveActor
  readonly topics: readonly LiveTopic[]
  /** Equal for connections that receive the same bytes. */
  readonly audience: string
  readonly outlet: Outlet
  /** Everything up to here was written to it. */
  cursor: bigint
  /** At the end of the log and fed by the reader; else catching up by itself. */
  live: boolean
  closed: boolean
  end(reason: EndReason): void
}
