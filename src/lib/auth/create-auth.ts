import { betterAuth } from 'better-auth'
import { createActorCache } from '@/lib/auth/actor-cache'
import { authOptions } from '@/lib/auth/auth-options'
import type { Installation } from '@/lib/context'

export type Auth = ReturnType<typeof createAuth>

/** Sign-in by e-mail and password, and what this process remembers of who is signed in. */
export function createAuth(installation: Pick<Installation, 'config' | 'database' | 'clock' | 'log'>) {
  return { better: betterAuth(authOptions(installation)), actors: createActorCache(installation.clock) }
}
