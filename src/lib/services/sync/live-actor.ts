import { z } from 'zod'
import type { Actor } from '@/lib/context'
import { permissionOfTopic, roleCan } from '@/shared/can'
import { liveTopics, type LiveTopic } from '@/shared/schemas/live-event'
import { Role } from '@/shared/schemas/role'

/** Who may have a live stream: someone with a role. */
export type LiveActor = Extract<Actor, { role: Role }>

export const LiveActorSchema: z.ZodType<LiveActor> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('operator'),
    userId: z.string(),
    role: Role,
    sessionId: z.string().optional(),
    host: z.object({ name: z.string(), email: z.string().nullable(), expiresAt: z.string() }).optional(),
  }),
  z.object({ type: z.literal('api-key'), keyId: z.string(), role: Role }),
])

export function isLiveActor(actor: Actor | undefined): actor is LiveActor {
  return actor !== undefined && 'role' in actor
}

/** What of `wanted` (null: everything) the role may see, in the order of `liveTopics`, so that equal sets are equal lists. */
export function visibleTopics(role: Role, wanted: readonly LiveTopic[] | null): LiveTopic[] {
  return liveTopics.filter(
    (topic) => (wanted === null || wanted.includes(topic)) && roleCan(role, permissionOfTopic[topic]),
  )
}
