import { z } from 'zod'
import { purposes } from '../permission/purpose'
import { Consent } from './consent'
import { OptOut } from './opt-out'
import { PageQuery } from './page'
import { PermissionRules } from './permission-rules'
import { PhoneNumber } from './phone-number'

export const Warning = z.object({ rule: z.string(), reason: z.string() })

/** One piece of evidence on where a recipient is. `region` is a state or province such as US-FL. */
export const ZoneEvidence = z.object({
  source: z.enum(['contact', 'address', 'postal_code', 'area_code', 'country', 'unknown']),
  value: z.string(),
  timeZones: z.array(z.string()),
  country: z.string().nullable(),
  region: z.string().nullable(),
})
export type ZoneEvidence = z.infer<typeof ZoneEvidence>

export const AskPermissionInput = z.strictObject({
  to: PhoneNumber,
  from: PhoneNumber.optional(),
  body: z.string().max(1600).optional(),
  /** Files go with it, which makes its price another. */
  hasMedia: z.boolean().optional(),
  sendAt: z.iso.datetime({ offset: true }).optional(),
})
export type AskPermissionInput = z.infer<typeof AskPermissionInput>

/** What would happen if this were sent: nothing is kept and nothing goes out. Money in `currency`; `localTime` by the wall there. */
export const PermissionAnswer = z.object({
  verdict: z.enum(['allowed', 'held', 'refused']),
  rule: z.string().nullable(),
  reason: z.string().nullable(),
  until: z.iso.datetime().nullable(),
  warnings: z.array(Warning),
  localTime: z.string(),
  timeZone: z.string(),
  zoneEvidence: z.array(ZoneEvidence),
  consent: z.object({
    basis: z.enum(['express', 'conversation', 'none']),
    source: z.string().nullable(),
    since: z.iso.datetime().nullable(),
  }),
  segments: z.number().int(),
  price: z.number(),
  currency: z.string(),
})
export type PermissionAnswer = z.infer<typeof PermissionAnswer>

/** A verdict as it was given and kept. */
export const KeptVerdict = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  medium: z.enum(['message', 'call']),
  purpose: z.string(),
  to: z.string(),
  from: z.string(),
  verdict: z.enum(['allowed', 'held', 'refused']),
  rule: z.string().nullable(),
  reason: z.string().nullable(),
  heldUntil: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  warnings: z.array(Warning),
  timeZones: z.array(z.string()),
  rulesVersion: z.number().int().nullable(),
  actor: z.string(),
})
export type KeptVerdict = z.infer<typeof KeptVerdict>

export const ListVerdictsQuery = PageQuery.extend({
  phoneNumber: PhoneNumber.optional(),
  verdict: z.enum(['allowed', 'held', 'refused']).optional(),
  purpose: z.enum(purposes).optional(),
})
export type ListVerdictsQuery = z.infer<typeof ListVerdictsQuery>

/** `basedOn`: the version that was changed, so that nobody's change is lost. */
export const SaveRulesInput = z.strictObject({ basedOn: z.number().int().min(0), rules: PermissionRules })
export type SaveRulesInput = z.infer<typeof SaveRulesInput>

/** Version 0: the careful defaults. */
export const RulesAnswer = z.object({ version: z.number().int(), rules: PermissionRules })

/** Of `asked` texts and calls (`waiting` of them not sent yet), how many would get another verdict. */
export const RulesPreview = z.object({
  asked: z.number().int(),
  waiting: z.number().int(),
  nowAllowed: z.number().int(),
  nowHeld: z.number().int(),
  nowRefused: z.number().int(),
  examples: z.array(
    z.object({
      to: z.string(),
      at: z.iso.datetime(),
      purpose: z.string(),
      before: z.string(),
      after: z.string(),
      reason: z.string().nullable(),
    }),
  ),
})
export type RulesPreview = z.infer<typeof RulesPreview>

/** All that can be shown of one number; `chain` proves the consents (docs/consents.md). */
export const NumberExport = z.object({
  phoneNumber: z.string(),
  exportedAt: z.iso.datetime(),
  consents: z.array(Consent),
  optOuts: z.array(OptOut),
  verdicts: z.array(KeptVerdict),
  chain: z.object({
    previousHash: z.string(),
    firstSequence: z.number().int().nullable(),
    digests: z.array(z.string()),
    headHash: z.string().nullable(),
  }),
})

/** What Twilio says a number is: mobile, landline, fixedVoip, nonFixedVoip, tollFree …; null when it does not know. */
export const NumberLookup = z.object({ phoneNumber: z.string(), lineType: z.string().nullable() })
export type NumberLookup = z.infer<typeof NumberLookup>

/** What we know of it already: looked up by somebody, or learned from a text that Twilio refused. */
export const KnownLine = NumberLookup.extend({ lookedUpAt: z.iso.datetime().nullable() })
export type KnownLine = z.infer<typeof KnownLine>
