import { z } from 'zod'

/** What candidates write for, as far as somebody who answers them needs to tell. */
export const intents = [
  'interested',
  'not_interested',
  'schedule',
  'reschedule',
  'question',
  'running_late',
  'wrong_number',
  'opt_out',
  'thanks',
  'other',
] as const
export const Intent = z.enum(intents)
export type Intent = z.infer<typeof Intent>

export const Sentiment = z.enum(['positive', 'neutral', 'negative'])
export type Sentiment = z.infer<typeof Sentiment>

/** What the AI step makes of a text; `draft` may be empty. `source`: the local classifier, or the model of that name. */
export const Suggestion = z.object({
  messageId: z.uuid(),
  conversationId: z.uuid(),
  intent: Intent,
  sentiment: Sentiment,
  confidence: z.number().min(0).max(1),
  draft: z.string(),
  source: z.enum(['local', 'model']),
  model: z.string().nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** Intents that never send themselves: what must be read by a person. */
export const neverAutomatic: readonly Intent[] = ['opt_out', 'wrong_number', 'other']

export const AiSettingsInput = z
  .strictObject({
    autoReplyIntents: z
      .array(Intent)
      .refine((list) => list.every((intent) => !neverAutomatic.includes(intent)), 'A person answers these.'),
    dailyRequests: z.int().min(0).max(1_000_000),
    dailyTokens: z.int().min(0).max(1_000_000_000),
  })
  .partial()
export type AiSettingsInput = z.infer<typeof AiSettingsInput>

export const AiSettings = z.object({
  /** Null: no model is configured, the local classifier answers. */
  provider: z.enum(['openai-compatible', 'anthropic']).nullable(),
  model: z.string().nullable(),
  /** Where texts are sent to, redacted; null: nowhere. */
  host: z.string().nullable(),
  autoReplyIntents: z.array(Intent),
  dailyRequests: z.int(),
  dailyTokens: z.int(),
  today: z.object({ requests: z.int(), tokens: z.int() }),
  /** Why the model gave no answer today (UTC), the newest, and to how many texts; null: it did. The words of a text alone stand in for it. */
  problem: z.object({ sentence: z.string(), at: z.iso.datetime(), texts: z.int() }).nullable(),
})
export type AiSettings = z.infer<typeof AiSettings>
