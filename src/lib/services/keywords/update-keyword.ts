import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsKeywords } from '@/lib/db/schema/keywords'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'
import { parseInput } from '@/shared/parse-input'
import { SaveKeywordInput, type ChangeKeywordInput, type Keyword } from '@/shared/schemas/keyword'
import { assertKeywordCanBeKept } from './assert-keyword-can-be-kept'
import { toKeyword } from './to-keyword'

/** Replaces what is given of a rule. The whole must make sense, not only the change. */
export async function updateKeyword(
  ctx: CoreContext,
  { id, ...input }: ChangeKeywordInput & { id: string },
): Promise<Keyword> {
  return ctx.database.transaction(async (tx) => {
    const [before] = await tx.drizzle.select().from(smsKeywords).where(eq(smsKeywords.id, id)).for('update')
    if (!before) throw new NotFoundError('There is no such rule.')
    const { id: _id, position: _position, createdAt: _created, updatedAt: _updated, ...rule } = before
    await assertKeywordCanBeKept(ctx, tx, parseInput(SaveKeywordInput, { ...rule, ...input }))
    const at = ctx.clock.now()
    const [written] = await tx.drizzle
      .update(smsKeywords)
      .set({ ...input, updatedAt: at })
      .where(eq(smsKeywords.id, id))
      .returning()
    if (!written) throw new NotFoundError('There is no such rule.')
    await recordAudit(ctx, tx, { action: 'keyword.change', subject: id, details: { fields: Object.keys(input) } })
    await broadcast(tx.client, at, [{ type: 'keyword.changed', data: { keywordId: id } }])
    return toKeyword(written, { answered: 0, lastAnsweredAt: null })
  })
}
