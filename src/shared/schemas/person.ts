import { z } from 'zod'
import { PhoneNumber } from './phone-number'
import { Role } from './role'

const Email = z.string().trim().toLowerCase().pipe(z.email('must be an e-mail address').max(254))
const Name = z.string().trim().min(1, 'must not be empty').max(100)

/** Someone who may sign in. `invited` has not set a password yet. */
export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: Role,
  /** Their own phone: rung for callers who are to reach them. */
  phoneNumber: PhoneNumber.nullable().default(null),
  status: z.enum(['invited', 'active', 'disabled']),
  createdAt: z.iso.datetime(),
})
export type Person = z.infer<typeof Person>

export const NewPerson = z.object({ name: Name, email: Email, role: Role })
export type NewPerson = z.infer<typeof NewPerson>

export const PersonChange = z
  .strictObject({
    name: Name.optional(),
    role: Role.optional(),
    disabled: z.boolean().optional(),
    phoneNumber: PhoneNumber.nullable().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'Nothing to change was given.')
export type PersonChange = z.infer<typeof PersonChange>

/** A person and the one-time link that an administrator hands on: there is no mail server. */
export const InvitedPerson = z.object({ person: Person, inviteUrl: z.url(), expiresAt: z.iso.datetime() })
export type InvitedPerson = z.infer<typeof InvitedPerson>

/** Which one-time link it is: the very first administrator's, an invitation's, or one for a new password. */
export const WelcomeKind = z.enum(['first_admin', 'invitation', 'password_reset'])

/** What stands behind a link; the first administrator has neither a name nor an address yet. */
export const Welcome = z.object({
  kind: WelcomeKind,
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: Role,
})
export type Welcome = z.infer<typeof Welcome>

export const WelcomeToken = z.string().min(20).max(200)

/** Name and address are needed from the first administrator; an invited person may correct the name, not the address. */
export const WelcomeAnswer = z.object({
  token: WelcomeToken,
  name: Name.optional(),
  email: Email.optional(),
  password: z.string().min(1).max(1_000),
})
export type WelcomeAnswer = z.infer<typeof WelcomeAnswer>

/** Who is asking, and what they may do. */
export const Me = z.object({
  type: z.enum(['person', 'api_key']),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  phoneNumber: PhoneNumber.nullable().default(null),
  permissions: z.array(z.string()),
})

/** What everybody may change of themselves. */
export const MyChange = z.strictObject({ phoneNumber: PhoneNumber.nullable() })
export type MyChange = z.infer<typeof MyChange>
