import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { writeChanges, type NewChange } from '@/lib/services/conversations/write-changes'
import { describeActor } from '@/lib/services/people/describe-actor'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { InvalidError, NotFoundError } from '@/shared/errors'
import type { ChangeConversationInput, TeamMember } from '@/shared/schemas/conversation'
import type { Conversation } from '@/shared/schemas/message'

/**
 * Opens, closes or sets aside a conversation, or gives it to somebody or nobody. Asked for what is so already it changes and announces
 * nothing. Throws InvalidError for a person nobody can be given work, or a time that has passed.
 */
export async function changeConversation(
  ctx: CoreContext,
  { id, ...input }: ChangeConversationInput & { id: string },
): Promise<Conversation> {
  const until = input.snoozedUntil === undefined ? null : new Date(input.snoozedUntil)
  if (until && until <= ctx.clock.now()) throw new InvalidError('snoozedUntil: Choose a time to come.')
  return ctx.database.transaction(async (tx) => {
    const before = await readLocked(tx, id)
    const wanted = {
      status: input.status ?? before.status,
      until: input.status === undefined ? before.snoozed_until : until,
      assignee: input.assignedTo === undefined ? assigneeOf(before) : await assignee(tx, input.assignedTo),
    }
    const changes = changesBetween(id, before, wanted)
    if (changes.length === 0) return toConversation(before)
    const at = ctx.clock.now()
    const after = await write(tx, id, wanted, input.status !== undefined)
    const by = { actor: actorName(ctx.actor), person: await describeActor(tx.client, ctx.actor) }
    const written = await writeChanges(tx.client, at, by, changes)
    await recordAudit(ctx, tx, { action: 'conversation.change', subject: id, details: input })
    if (wanted.until && input.status === 'snoozed') {
      await ctx.jobs.enqueue(tx, 'wake-snoozed', {}, { key: `wake-snoozed:${id}`, runAt: wanted.until, tries: 3 })
    }
    const conversation = toConversation(after)
    await broadcast(tx.client, at, [{ type: 'conversation.changed', data: { conversation, changes: written } }])
    return conversation
  })
}

type Wanted = { status: Conversation['status']; until: Date | null; assignee: TeamMember | null }

async function readLocked(tx: Transaction, id: string) {
  const result = await tx.client.query<ConversationRow>({
    name: 'lock-conversation-by-id',
    text: `select ${conversationColumns} from conversations conversation ${conversationContactJoin}
           where conversation.id = $1 for update of conversation`,
    values: [id],
  })
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such conversation.')
  return row
}

function assigneeOf(row: ConversationRow): TeamMember | null {
  return row.assigned_to === null ? null : { id: row.assigned_to, name: row.assigned_name ?? '' }
}

/** The person, if they may be given work: of our own people, or of the host's who have used the inbox. */
async function assignee(tx: Transaction, id: string | null): Promise<TeamMember | null> {
  if (id === null) return null
  const result = await tx.client.query<TeamMember>({
    name: 'find-assignee',
    text: `select id::text as id, name from users where id::text = $1 and not disabled and role <> 'viewer'
           union all select id, name from host_people where id = $1 limit 1`,
    values: [id],
  })
  const person = result.rows[0]
  if (!person) throw new InvalidError('assignedTo: There is nobody with this id who answers texts.')
  return person
}

function changesBetween(conversationId: string, before: ConversationRow, wanted: Wanted): NewChange[] {
  const changes: NewChange[] = []
  if (wanted.assignee?.id !== (before.assigned_to ?? undefined)) {
    changes.push(
      wanted.assignee
        ? { conversationId, what: 'assigned', assigneeName: wanted.assignee.name }
        : { conversationId, what: 'unassigned' },
    )
  }
  const sameTime = before.snoozed_until?.getTime() === wanted.until?.getTime()
  if (wanted.status === 'snoozed' && wanted.until && !sameTime) {
    changes.push({ conversationId, what: 'snoozed', until: wanted.until })
  }
  if (wanted.status === 'done' && before.status !== 'done') changes.push({ conversationId, what: 'done' })
  if (wanted.status === 'open' && before.status !== 'open') changes.push({ conversationId, what: 'reopened' })
  return changes
}

/** By the primary key. A status that somebody sets holds against the texts the log already has, and against no later one. */
async function write(tx: Transaction, id: string, wanted: Wanted, statusGiven: boolean) {
  const cursor = statusGiven ? await currentCursor(tx.client) : null
  const result = await tx.client.query<ConversationRow>({
    name: 'change-conversation',
    text: `with conversation as (
             update conversations set status = $2, snoozed_until = $3, assigned_to = $4, assigned_name = $5,
                    status_cursor = coalesce($6::bigint, status_cursor), revision = revision + 1
              where id = $1 returning *)
           select ${conversationColumns} from conversation ${conversationContactJoin}`,
    values: [id, wanted.status, wanted.until, wanted.assignee?.id ?? null, wanted.assignee?.name ?? null, cursor],
  })
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such conversation.')
  return row
}
