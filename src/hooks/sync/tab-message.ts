import { z } from 'zod'
import { parseLiveEvent } from '@/shared/schemas/live-event'
import type { SyncFrame } from './sync-frame'

/** What tabs tell each other. */
export type TabMessage =
  /** "Who leads?" */
  | { kind: 'hello' }
  /** The leader: how far it has come and whether it is connected. */
  | { kind: 'state'; cursor: string | null; connected: boolean; reconnectingSince: number | null }
  /** The leader passes a frame on; `after` is where it stood before it, by which a tab sees that it missed something. */
  | { kind: 'frame'; after: string | null; frame: SyncFrame }

/** The part of BroadcastChannel that is used. A channel does not hear itself. */
export type TabChannel = { post(message: TabMessage): void; close(): void }

const cursor = z.string().regex(/^\d+$/)
const Envelope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({
    kind: z.literal('state'),
    cursor: cursor.nullable(),
    connected: z.boolean(),
    reconnectingSince: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('frame'),
    after: cursor.nullable(),
    frame: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('event'), event: z.unknown() }),
      z.object({ kind: z.literal('reached'), id: cursor }),
      z.object({ kind: z.literal('reset'), id: cursor }),
    ]),
  }),
])

/** Checks what another tab sent, which may run another version of the program; null when it makes no sense here. */
export function parseTabMessage(value: unknown): TabMessage | null {
  const parsed = Envelope.safeParse(value)
  if (!parsed.success) return null
  const message = parsed.data
  if (message.kind !== 'frame') return message
  const { after, frame } = message
  if (frame.kind !== 'event') return { kind: 'frame', after, frame }
  const event = parseLiveEvent(frame.event)
  return event && { kind: 'frame', after, frame: { kind: 'event', event } }
}
