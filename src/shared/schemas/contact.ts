import { z } from 'zod'
import { isTimeZone } from '../is-time-zone'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'
import { RejectedRow } from './rejected-row'

export const Contact = z.object({
  id: z.uuid(),
  phoneNumber: z.string(),
  name: z.string(),
  timeZone: z.string().nullable(),
  externalId: z.string().nullable(),
  email: z.string().nullable().default(null),
  /** Where they live: evidence for their time zone. */
  addressRegion: z.string().nullable().default(null),
  addressPostalCode: z.string().nullable().default(null),
  addressCountry: z.string().nullable().default(null),
  /** What the contact is filed under. */
  tags: z.array(z.string()).default([]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Contact = z.infer<typeof Contact>

const Tag = z.string().trim().min(1).max(50)

export const SaveContactInput = z.strictObject({
  phoneNumber: PhoneNumber,
  name: z.string().trim().min(1, 'Give the contact a name.').max(200),
  timeZone: z.string().max(60).refine(isTimeZone, 'Give a time zone such as Europe/Berlin.').nullable().optional(),
  externalId: z.string().max(200).nullable().optional(),
  email: z.email('Write an e-mail address.').max(254).nullable().optional(),
  /** State or province, such as NY. */
  addressRegion: z.string().trim().max(100).nullable().optional(),
  addressPostalCode: z.string().trim().max(20).nullable().optional(),
  /** ISO 3166, such as US. */
  addressCountry: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'Write the country as two letters, such as US.')
    .nullable()
    .optional(),
  tags: z.array(Tag).max(50).optional(),
})
export type SaveContactInput = z.infer<typeof SaveContactInput>

export const ListContactsQuery = PageQuery.extend({
  cursor: z.string().max(1000).optional(),
  /** Part of a name or of a number. */
  q: z.string().trim().min(1).max(100).optional(),
  phoneNumber: PhoneNumber.optional(),
  tag: Tag.optional(),
})
export type ListContactsQuery = z.infer<typeof ListContactsQuery>

/** A tag in use and how many contacts have it. */
export const ContactTag = z.object({ tag: z.string(), contacts: z.number().int() })
export type ContactTag = z.infer<typeof ContactTag>

/** How an import went. */
export const ContactImport = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  rejected: z.array(RejectedRow),
  columns: z.array(z.string()),
  ignoredColumns: z.array(z.string()),
})
export type ContactImport = z.infer<typeof ContactImport>
