import { z } from 'zod'

const e2eStack = z.object({
  appUrl: z.string(),
  emulatorUrl: z.string(),
  firstAdminUrl: z.string(),
  databaseUrl: z.string(),
  /** Has the admin role. */
  apiKey: z.string(),
})

export type E2eStack = z.infer<typeof e2eStack>

/** Where the stack of this Playwright run listens, and the keys to it. */
export function readE2eStack(): E2eStack {
  return e2eStack.parse(JSON.parse(process.env.E2E_STACK ?? 'null'))
}
