import { z } from 'zod'

/** What a phone in a browser signs in with at Twilio. */
export const PhoneToken = z.object({
  token: z.string(),
  /** Rung as `client:<identity>`: the person's id. */
  identity: z.string(),
  expiresAt: z.iso.datetime(),
  /** The Twilio-compatible endpoint to talk to; null: Twilio itself, through its Voice SDK. */
  endpoint: z.string().nullable(),
})
export type PhoneToken = z.infer<typeof PhoneToken>
