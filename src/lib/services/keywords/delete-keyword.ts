import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsKeywords } from '@/lib/db/schema/keywords'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'

/** Forgets a rule; what it answered stays. */
export async function deleteKeyword(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const [gone] = await tx.drizzle.delete(smsKeywords).where(eq(smsKeywords.id, id)).returning()
    if (!gone) throw new NotFoundError('There is no such rule.')
    await recordAudit(ctx, tx, { action: 'keyword.delete', subject: id, details: { name: gone.name } })
    await broadcast(tx.client, ctx.clock.now(), [{ type: 'keyword.changed', data: { keywordId: id } }])
  })
}
