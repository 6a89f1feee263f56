import { z } from 'zod'

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? '')

/** What the emulator's own account looks like to an application that uses it. */
export const accountSchema = z.object({
  accountSid: z.string(),
  authToken: z.string(),
  phoneNumbers: z.array(z.string()),
})

export const onCallSchema = z.enum(['answer', 'decline', 'ignore', 'voicemail']).nullish().catch(null)

/** What came since the person at this handset last looked. */
export const unseenSchema = z.object({ messages: z.number(), missedCalls: z.number(), voicemails: z.number() })

export const phoneSchema = z.object({
  phoneNumber: z.string(),
  name: optionalText,
  onCall: onCallSchema.transform((onCall) => onCall ?? null),
  timeZone: z
    .string()
    .nullish()
    .transform((zone) => zone ?? null),
  unseen: unseenSchema.default({ messages: 0, missedCalls: 0, voicemails: 0 }),
  lastActivityAt: optionalText,
  activeCallSid: z
    .string()
    .nullish()
    .transform((sid) => sid ?? null),
})

/** `isStored`: the emulator has the bytes and serves them at this URL. */
export const mediaSchema = z.object({ url: z.string(), contentType: z.string(), isStored: z.boolean() })

export const messageSchema = z.object({
  messageSid: z.string(),
  direction: z.enum(['sent', 'received']),
  from: z.string(),
  to: z.string(),
  body: optionalText,
  media: z.array(mediaSchema).default([]),
  status: optionalText,
  errorCode: z
    .union([z.number(), z.string()])
    .nullish()
    .transform((code) => (code == null ? '' : String(code))),
  at: optionalText,
})

export const callSchema = z.object({
  callSid: z.string(),
  from: z.string(),
  to: z.string(),
  direction: z.enum(['incoming', 'outgoing']).catch('incoming'),
  status: z.string(),
  missed: z.boolean().default(false),
  voicemail: z.boolean().default(false),
  startedAt: optionalText,
})

export const heardSchema = z.object({
  verb: z.string(),
  text: optionalText,
  url: optionalText,
  digits: optionalText,
  /** Where the emulator has the sound of it. */
  soundUrl: optionalText,
  /** The call of the person who said it. */
  from: optionalText,
  at: optionalText,
})

export const participantSchema = z.object({
  callSid: z.string(),
  phoneNumber: z.string(),
  label: z.string().nullable(),
  joined: z.boolean(),
  muted: z.boolean(),
  hold: z.boolean(),
  coaching: z.boolean(),
  callSidToCoach: z.string().nullable(),
})

export const conferenceSchema = z.object({
  name: z.string(),
  status: z.string(),
  participants: z.array(participantSchema),
})

/** A call as the account sees it: `inbound` is what a handset dialled, all else comes to one. */
export const callDetailSchema = callSchema.extend({
  direction: z.string().transform((direction) => (direction === 'inbound' ? 'outgoing' : 'incoming')),
  heard: z.array(heardSchema).default([]),
  answeredAt: optionalText,
  durationSeconds: z.number().nullish(),
  waitingFor: z.enum(['answer', 'gather', 'record']).nullish().catch(null),
  conference: conferenceSchema.nullish(),
})

export const webhookSchema = z.object({
  id: z.string(),
  at: optionalText,
  kind: optionalText,
  method: optionalText,
  url: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
  signature: optionalText,
  attempt: z.number().default(1),
  answer: z
    .object({ status: z.number(), contentType: optionalText, body: optionalText })
    .nullish()
    .transform((answer) => answer ?? undefined),
  error: optionalText,
  ms: z.number().nullish(),
})

/** Kept whole, so that a script's rules survive one more being added here. */
export const faultRuleSchema = z.looseObject({
  on: z.string(),
  action: z.string().optional(),
  kind: z.string().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  status: z.number().optional(),
  phoneNumber: z.string().optional(),
  errorCode: z.number().optional(),
  callStatus: z.string().optional(),
  delayMs: z.number().optional(),
  probability: z.number().default(1),
  times: z.number().optional(),
})

export const faultsSchema = z.object({ seed: z.number().default(1), rules: z.array(faultRuleSchema).default([]) })

export const clockSchema = z.object({ mode: z.enum(['real', 'virtual']), now: z.string() })

export const hintSchema = z.object({
  type: z.enum(['phone', 'message', 'call', 'webhook', 'clock', 'faults', 'reset']),
  id: z.string().nullish(),
})

export const startedCallSchema = z.object({ callSid: z.string() })

/** A list comes bare or as `{ items }`. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? { items: value } : value), z.object({ items: z.array(item) }))

export type Phone = z.infer<typeof phoneSchema>
export type Unseen = Phone['unseen']
export type OnCall = Phone['onCall']
export type Message = z.infer<typeof messageSchema>
export type Media = z.infer<typeof mediaSchema>
export type Call = z.infer<typeof callSchema>
export type CallDetail = z.infer<typeof callDetailSchema>
export type Participant = z.infer<typeof participantSchema>
export type Conference = z.infer<typeof conferenceSchema>
export type Heard = z.infer<typeof heardSchema>
export type Webhook = z.infer<typeof webhookSchema>
export type Clock = z.infer<typeof clockSchema>
export type FaultRule = z.infer<typeof faultRuleSchema>
export type Hint = z.infer<typeof hintSchema>
