import { z } from 'zod'

export const Role = z.enum(['admin', 'supervisor', 'agent', 'viewer'])
export type Role = z.infer<typeof Role>
