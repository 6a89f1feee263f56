import { sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { announceContact } from '@/lib/services/contacts/announce-contact'
import { toContact } from '@/lib/services/contacts/to-contact'
import { changeConversation } from '@/lib/services/conversations/change-conversation'
import { DomainError } from '@/shared/errors'
import type { KeywordRow } from './to-keyword'

/** Tags the contact, when the number is one, and gives the conversation to somebody, when nobody has it. */
export async function applyKeyword(
  ctx: CoreContext,
  rule: KeywordRow,
  subject: { conversationId: string; phoneNumber: string },
): Promise<void> {
  if (rule.tags.length > 0) await tag(ctx, rule.tags, subject.phoneNumber)
  if (rule.assignTo !== null && (await isUnassigned(ctx, subject.conversationId))) {
    await assign(ctx, subject.conversationId, rule.assignTo)
  }
}

async function tag(ctx: CoreContext, tags: string[], phoneNumber: string) {
  const wanted = sql.param(tags)
  await ctx.database.transaction(async (tx) => {
    const [tagged] = await tx.drizzle
      .update(contacts)
      .set({
        tags: sql`array(select distinct tag from unnest(${contacts.tags} || ${wanted}::text[]) as tag order by tag)`,
        updatedAt: ctx.clock.now(),
      })
      .where(sql`${contacts.phoneNumber} = ${phoneNumber} and not ${contacts.tags} @> ${wanted}::text[]`)
      .returning()
    if (tagged) await announceContact(ctx, tx, toContact(tagged))
  })
}

async function isUnassigned(ctx: CoreContext, conversationId: string) {
  const found = await ctx.database.pool.query({
    name: 'conversation-without-assignee',
    text: 'select from conversations where id = $1 and assigned_to is null',
    values: [conversationId],
  })
  return found.rowCount === 1
}

/** Somebody who has left in the meantime gets nothing; the reply goes out all the same. */
async function assign(ctx: CoreContext, id: string, assignedTo: string) {
  try {
    await changeConversation(ctx, { id, assignedTo })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    ctx.log.warn({ err: error, conversation: id }, 'a keyword could not assign a conversation')
  }
}
