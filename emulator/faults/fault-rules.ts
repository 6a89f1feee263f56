import { z } from 'zod'

const probability = z.number().min(0).max(1).default(1)
/** How often a rule may apply; absent means without end. */
const times = z.int().min(1).optional()

const callbackRule = z.strictObject({
  on: z.literal('callback'),
  kind: z
    .enum(['call-status', 'message-status', 'recording-status', 'conference-status', 'transcription', 'amd-status'])
    .optional(),
  action: z.enum(['duplicate', 'delay', 'reorder', 'drop']),
  /** For `delay` and for the second copy of `duplicate`; how long `reorder` waits for a later callback. */
  delayMs: z.int().min(0).max(86_400_000).optional(),
  probability,
  times,
})

const requestRule = z.strictObject({
  on: z.literal('request'),
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  /** Matches if the path contains this text, such as `/Messages`. */
  path: z.string().optional(),
  action: z.enum(['fail', 'slow', 'timeout', 'timeout-after', 'reset-before', 'reset-after']),
  /** For `slow`: how long the request waits before it takes effect. */
  delayMs: z.int().min(0).max(86_400_000).optional(),
  status: z.int().min(400).max(599).default(500),
  code: z.int().min(1).optional(),
  probability,
  times,
})

const numberRule = z.strictObject({
  on: z.literal('number'),
  phoneNumber: z.string(),
  /** Texts to the number end with this code. */
  errorCode: z.int().min(1).optional(),
  /** How such a text ends; by default as Twilio does for the code. */
  messageStatus: z.enum(['failed', 'undelivered']).optional(),
  /** Calls to the number end like this. */
  callStatus: z.enum(['busy', 'no-answer', 'failed']).optional(),
  probability,
  times,
})

export const faultsInput = z.strictObject({
  seed: z.int().default(1),
  rules: z.array(z.discriminatedUnion('on', [callbackRule, requestRule, numberRule])),
})

export type FaultsInput = z.output<typeof faultsInput>
export type FaultRule = FaultsInput['rules'][number]
export type CallbackRule = z.output<typeof callbackRule>
export type RequestRule = z.output<typeof requestRule>
export type NumberRule = z.output<typeof numberRule>
