import { z } from 'zod'
import { PhoneNumber } from './phone-number'

/** What a caller meets outside business hours: a sentence, and what follows it. */
export const ClosedAnswer = z
  .object({
    greeting: z.string().trim().min(1).max(1000).default('Thank you for calling. Our office is closed right now.'),
    next: z.enum(['voicemail', 'goodbye', 'transfer', 'flow']).default('voicemail'),
    transferTo: PhoneNumber.nullable().default(null),
    flowId: z.uuid().nullable().default(null),
  })
  .refine(({ next, transferTo }) => next !== 'transfer' || transferTo !== null, {
    message: 'Say to which number callers are put through.',
    path: ['transferTo'],
  })
  .refine(({ next, flowId }) => next !== 'flow' || flowId !== null, {
    message: 'Choose the flow that answers.',
    path: ['flowId'],
  })
export type ClosedAnswer = z.infer<typeof ClosedAnswer>
