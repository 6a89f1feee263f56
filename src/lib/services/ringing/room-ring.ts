import { z } from 'zod'
import { RingStep } from '@/lib/services/calls/ring-step'

/** What a room in which a caller waits knows of the ringing: what comes when nobody takes the call, and how the others are rung. */
export const RoomRing = z.object({
  /** As `ringQuery` writes it. */
  next: RingStep,
  ringSeconds: z.number().int(),
  needsKey: z.boolean(),
})
export type RoomRing = z.infer<typeof RoomRing>
