import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { describeActor } from '@/lib/services/people/describe-actor'
import { listPresence } from '@/lib/services/presence/list-presence'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { PresenceState, PresentPerson, TeamMember } from '@/shared/schemas/conversation'

/** How long a person stays without saying it again; browsers do so every 20 s. */
const lifeMilliseconds = 45_000

type Presence = { conversationId: string; state: PresenceState | 'away' }

/**
 * Notes who reads or writes in a conversation, and answers who does. Said again it costs one small write; only a change is told to the
 * screens. Nobody audits who looks at what.
 */
export async function recordPresence(ctx: CoreContext, { conversationId, state }: Presence): Promise<PresentPerson[]> {
  const at = ctx.clock.now()
  const expiresAt = new Date(at.getTime() + lifeMilliseconds)
  if (ctx.actor.type === 'operator' && !(await renew(ctx, ctx.actor.userId, { conversationId, state }, expiresAt))) {
    await ctx.database.transaction(async (tx) => {
      const person = await describeActor(tx.client, ctx.actor)
      if (ctx.actor.type === 'operator' && ctx.actor.host) await rememberHostPerson(tx, person, at)
      if (!(await change(tx, person, { conversationId, state }, at, expiresAt))) return
      await broadcast(tx.client, at, [
        {
          type: 'conversation.presence_changed',
          data: { conversationId, person, state, expiresAt: expiresAt.toISOString() },
        },
      ])
    })
  }
  return listPresence(ctx, { conversationId })
}

/** Whether the person was there in this very state, and still is for a while. By the primary key. */
async function renew(ctx: CoreContext, personId: string, { conversationId, state }: Presence, expiresAt: Date) {
  const result = await ctx.database.pool.query({
    name: 'renew-presence',
    text: `update conversation_presence set expires_at = $4
           where conversation_id = $1 and person_id = $2 and state = $3 and expires_at > $5`,
    values: [conversationId, personId, state, expiresAt, ctx.clock.now()],
  })
  return result.rowCount === 1
}

/** Writes the new state; false when nothing changed: they were away already, or another tab said it first. */
async function change(
  tx: Transaction,
  person: TeamMember,
  { conversationId, state }: Presence,
  at: Date,
  expiresAt: Date,
) {
  if (state === 'away') {
    const gone = await tx.client.query({
      name: 'end-presence',
      text: 'delete from conversation_presence where conversation_id = $1 and person_id = $2 and expires_at > $3',
      values: [conversationId, person.id, at],
    })
    return gone.rowCount === 1
  }
  const written = await tx.client.query({
    name: 'begin-presence',
    text: `insert into conversation_presence as present (conversation_id, person_id, person_name, state, expires_at)
           select id, $2, $3, $4, $5 from conversations where id = $1
           on conflict (conversation_id, person_id) do update
             set person_name = excluded.person_name, state = excluded.state, expires_at = excluded.expires_at
             where present.state <> excluded.state or present.expires_at <= $6`,
    values: [conversationId, person.id, person.name, state, expiresAt, at],
  })
  return written.rowCount === 1
}

async function rememberHostPerson(tx: Transaction, person: TeamMember, at: Date) {
  await tx.client.query({
    name: 'remember-host-person',
    text: `insert into host_people (id, name, seen_at) values ($1, $2, $3)
           on conflict (id) do update set name = excluded.name, seen_at = excluded.seen_at`,
    values: [person.id, person.name, at],
  })
}
