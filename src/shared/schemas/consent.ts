import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

/** How consent came: a form, a signed paper, said on a call, written in a text or mail, from another system. */
export const consentSources = ['web_form', 'paper', 'spoken', 'written', 'import', 'other'] as const

/** One entry of the consent ledger. `digest` covers what it says, `hash` that and every entry before it. */
export const Consent = z.object({
  sequence: z.number().int(),
  id: z.uuid(),
  phoneNumber: z.string(),
  kind: z.enum(['granted', 'revoked']),
  medium: z.enum(['message', 'call', 'any']),
  source: z.string(),
  words: z.string(),
  evidence: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  recordedBy: z.string(),
  recordedAt: z.iso.datetime(),
  digest: z.string(),
  hash: z.string(),
})
export type Consent = z.infer<typeof Consent>

export const RecordConsentInput = z.strictObject({
  phoneNumber: PhoneNumber,
  kind: z.enum(['granted', 'revoked']).default('granted'),
  medium: z.enum(['message', 'call', 'any']).default('any'),
  source: z.enum(consentSources),
  /** The words the person said, or that stood beside the box they ticked. */
  words: z.string().trim().min(1, 'Write down the words: what the person said or agreed to.').max(2000),
  /** Where more of it is kept: an address, a document, a recording. */
  evidence: z.string().trim().min(1).max(500).optional(),
  /** When the person said so; now when not given. */
  occurredAt: z.iso.datetime({ offset: true }).optional(),
})
export type RecordConsentInput = z.infer<typeof RecordConsentInput>

export const ListConsentsQuery = PageQuery.extend({ phoneNumber: PhoneNumber.optional() })
export type ListConsentsQuery = z.infer<typeof ListConsentsQuery>
