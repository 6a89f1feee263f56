import { z } from 'zod'
import { ZonedBusinessHours } from './business-hours'

/** How a call ended that may be tried again; 'machine': one answered, where the call was to notice that. */
export const RetriedEnd = z.enum(['busy', 'no-answer', 'failed', 'machine'])
export type RetriedEnd = z.infer<typeof RetriedEnd>

export const RetryPolicy = z.strictObject({
  /** Minutes before each further try, in order: as many numbers, as many tries. */
  afterMinutes: z
    .array(z.number().int().min(1, 'Wait a minute at least.').max(10_080, 'A week is the longest.'))
    .min(1, 'Try again once at least.')
    .max(10, 'Ten tries are the most.'),
  ends: z.array(RetriedEnd),
  /** Calls that no person of ours asked for are tried again without being told to. */
  automatic: z.boolean(),
  /** Within which hours of ours; null: whenever the other person may be called. */
  hours: ZonedBusinessHours.nullable(),
})
export type RetryPolicy = z.infer<typeof RetryPolicy>

export const CallSettings = z.strictObject({
  retry: RetryPolicy,
  /** What a call can come to, in the words that are offered. */
  dispositions: z
    .array(z.string().trim().min(1, 'Give it a name.').max(80))
    .max(40)
    .refine((all) => new Set(all.map((label) => label.toLowerCase())).size === all.length, {
      message: 'Two of these have the same name.',
    }),
})
export type CallSettings = z.infer<typeof CallSettings>

export const SaveCallSettingsInput = z.strictObject({ basedOn: z.number().int().min(0), settings: CallSettings })
export type SaveCallSettingsInput = z.infer<typeof SaveCallSettingsInput>

/** Version 0: the settings we begin with. */
export const CallSettingsAnswer = z.object({ version: z.number().int(), settings: CallSettings })
export type CallSettingsAnswer = z.infer<typeof CallSettingsAnswer>
