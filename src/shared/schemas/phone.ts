import { z } from 'zod'
import { PhoneNumber } from './phone-number'

/** What a phone in a browser signs in with at Twilio. */
export const PhoneToken = z.object({
  token: z.string(),
  /** Rung as `client:<identity>`: the person's id. */
  identity: z.string(),
  expiresAt: z.iso.datetime(),
  /** When to ask for the next one. */
  renewAfterSeconds: z.number(),
  /** The Twilio-compatible endpoint to talk to; null: Twilio itself, through its Voice SDK. */
  endpoint: z.string().nullable(),
})
export type PhoneToken = z.infer<typeof PhoneToken>

/** The call that a person's phone in the browser is on, or is rung for. */
export const BrowserPhoneCall = z.object({
  /** `talking`: their leg belongs to it, whether it is connected now or was lost with its page. */
  status: z.enum(['ringing', 'talking']),
  /** The other party's call. */
  callSid: z.string().nullable(),
  /** The other party: a number as Twilio says it. */
  them: z.string(),
  /** `connect` with `Room` of this value joins it again. */
  room: z.uuid().nullable(),
  /** `connect` with `Pickup` of this value takes it. */
  pickup: z.string().nullable(),
})
export type BrowserPhoneCall = z.infer<typeof BrowserPhoneCall>

/** A person's phone in the browser, as the server knows it. */
export const BrowserPhoneDocument = z.object({
  /** It can be rung. */
  ready: z.boolean(),
  call: BrowserPhoneCall.nullable(),
})
export type BrowserPhoneDocument = z.infer<typeof BrowserPhoneDocument>

/** Whether this number may be called now; why not, in a sentence. */
export const PhoneCheck = z.object({ refusal: z.string().nullable() })

export const PhoneCheckInput = z.strictObject({ to: PhoneNumber, callerId: PhoneNumber.optional() })
export type PhoneCheckInput = z.infer<typeof PhoneCheckInput>

export const BrowserPhoneChange = z.strictObject({ ready: z.boolean() })

/** What a phone in a browser tells our application: whom to call, which room to join again, or which ringing call to take. */
export const PhoneConnectParameters = z.union([
  z.object({ To: PhoneNumber, CallerId: PhoneNumber.optional() }),
  z.object({ Room: z.uuid() }),
  z.object({ Pickup: z.string().regex(/^CA[0-9a-fA-F]{32}$/) }),
])
