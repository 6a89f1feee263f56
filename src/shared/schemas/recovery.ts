import { z } from 'zod'

/** What Twilio's lists had and we had not heard of: its webhooks were lost. `firstAt` and `lastAt`: when the first and last of it happened. */
export const Recovery = z.object({
  id: z.uuid(),
  recoveredAt: z.iso.datetime(),
  texts: z.number().int(),
  calls: z.number().int(),
  recordings: z.number().int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
})
export type Recovery = z.infer<typeof Recovery>
