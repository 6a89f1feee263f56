import { z } from 'zod'
import { PhoneNumber } from './phone-number'

/** Who can be rung: a number, or a person in their browser and on their own phone. */
export const RingTarget = z.union([
  z.strictObject({ phoneNumber: PhoneNumber }),
  z.strictObject({ personId: z.string().min(1).max(200) }),
])
export type RingTarget = z.infer<typeof RingTarget>

/** Several are rung for a caller, one after the other or all at once; the first to press 1 takes the call. */
export const RingPlan = z.object({
  order: z.enum(['in_turn', 'together']),
  targets: z.array(RingTarget).min(1, 'Say whom to ring.').max(10),
})
export type RingPlan = z.infer<typeof RingPlan>
