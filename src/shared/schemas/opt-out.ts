import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'
import { RejectedRow } from './rejected-row'

/** One entry of the ledger; the newest for a number decides whether it may be texted. */
export const OptOut = z.object({
  id: z.uuid(),
  phoneNumber: z.string(),
  kind: z.enum(['opted_out', 'opted_in']),
  source: z.enum(['keyword', 'twilio', 'manual', 'import']),
  /** What the person said or wrote. */
  words: z.string().nullable(),
  ourNumber: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime(),
})
export type OptOut = z.infer<typeof OptOut>

/** Who asks to be texted again must have said so: their words are kept as the evidence. */
export const RecordOptOutInput = z
  .strictObject({
    phoneNumber: PhoneNumber,
    kind: z.enum(['opted_out', 'opted_in']).default('opted_out'),
    source: z.enum(['manual', 'import']).default('manual'),
    words: z.string().trim().min(1).max(500).optional(),
  })
  .refine((input) => input.kind === 'opted_out' || input.words !== undefined, {
    message: 'Write down how this person agreed to receive texts again.',
    path: ['words'],
  })
export type RecordOptOutInput = z.infer<typeof RecordOptOutInput>

export const ListOptOutsQuery = PageQuery.extend({ phoneNumber: PhoneNumber.optional() })
export type ListOptOutsQuery = z.infer<typeof ListOptOutsQuery>

/** How an import went. */
export const OptOutImport = z.object({
  recorded: z.number().int(),
  alreadyOptedOut: z.number().int(),
  rejected: z.array(RejectedRow),
  columns: z.array(z.string()),
})
export type OptOutImport = z.infer<typeof OptOutImport>
