import { eq, sql } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsKeywords } from '@/lib/db/schema/keywords'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Keyword, SaveKeywordInput } from '@/shared/schemas/keyword'
import { assertKeywordCanBeKept } from './assert-keyword-can-be-kept'
import { toKeyword } from './to-keyword'

/** Adds a rule behind all others. The same id again gives the rule that is there. */
export async function createKeyword(
  ctx: CoreContext,
  { id = uuidV7(ctx.clock.now()), ...input }: SaveKeywordInput & { id?: string },
): Promise<Keyword> {
  return ctx.database.transaction(async (tx) => {
    await assertKeywordCanBeKept(ctx, tx, input)
    const at = ctx.clock.now()
    const position = sql`(select coalesce(max(position), 0) + 1 from sms_keywords)`
    const [written] = await tx.drizzle
      .insert(smsKeywords)
      .values({ id, ...input, position, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .returning()
    const unused = { answered: 0, lastAnsweredAt: null }
    if (!written) {
      const [present] = await tx.drizzle.select().from(smsKeywords).where(eq(smsKeywords.id, id))
      if (!present) throw new Error('the rule was not written')
      return toKeyword(present, unused)
    }
    await recordAudit(ctx, tx, { action: 'keyword.create', subject: id, details: { name: input.name } })
    await broadcast(tx.client, at, [{ type: 'keyword.changed', data: { keywordId: id } }])
    return toKeyword(written, unused)
  })
}
