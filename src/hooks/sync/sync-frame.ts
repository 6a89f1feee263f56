import { z } from 'zod'
import { parseLiveEvent, type LiveEvent } from '@/shared/schemas/live-event'

/** What a stream brings: an event, or word of how far it has come. `id` is a cursor to resume from. */
export type SyncFrame =
  | { kind: 'event'; event: LiveEvent }
  /** Everything up to `id` has been brought. */
  | { kind: 'reached'; id: string }
  /** Events before `id` are lost: whoever keeps a picture must read it again. */
  | { kind: 'reset'; id: string }

/** The names of the stream's frames; the events themselves have none. */
export const frameNames = ['message', 'ready', 'heartbeat', 'reset'] as const
export type FrameName = (typeof frameNames)[number]

const Control = z.object({ id: z.string().regex(/^\d+$/) })

/** A frame from the text of the wire; null when it makes no sense. An event of a type that is not known yet only moves the cursor. */
export function parseFrame(name: FrameName, data: string, lastEventId: string): SyncFrame | null {
  const json = parseJson(data)
  if (name === 'message') {
    const event = parseLiveEvent(json)
    if (event) return { kind: 'event', event }
    return /^\d+$/.test(lastEventId) ? { kind: 'reached', id: lastEventId } : null
  }
  const control = Control.safeParse(json)
  if (!control.success) return null
  return { kind: name === 'reset' ? 'reset' : 'reached', id: control.data.id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
