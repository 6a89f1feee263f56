import { z } from 'zod'

/**
 * How far the ringing for a caller has come, as it stands in the address Twilio asks next: the round to try, the instant for which the plan
 * holds, and who is rung first. With the number's settings it is the whole state: any instance goes on from it.
 */
export const RingStep = z.object({
  round: z.coerce.number().int().min(0).max(50),
  at: z.coerce
    .number()
    .int()
    .transform((at) => new Date(at)),
  recruiter: z.string().max(200).nullable().default(null),
})
export type RingStep = z.infer<typeof RingStep>

/** The same as query of an address. */
export function ringQuery({ round, at, recruiter }: RingStep): Record<string, string> {
  return { round: String(round), at: String(at.getTime()), ...(recruiter === null ? {} : { recruiter }) }
}
