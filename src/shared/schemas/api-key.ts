import { z } from 'zod'
import { Role } from './role'

/** A key for programs. `prefix` is the beginning of its secret, for recognition. */
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  role: Role,
  prefix: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const NewApiKey = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(100),
  role: Role,
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})
export type NewApiKey = z.infer<typeof NewApiKey>

/** The secret is shown here and never again. */
export const CreatedApiKey = z.object({ apiKey: ApiKey, secret: z.string() })
export type CreatedApiKey = z.infer<typeof CreatedApiKey>
