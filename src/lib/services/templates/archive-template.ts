import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsTemplates } from '@/lib/db/schema/templates'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'

/** Puts a template away; its versions stay, and texts that wait with it are stopped at their time. */
export async function archiveTemplate(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const [archived] = await tx.drizzle
      .update(smsTemplates)
      .set({ archivedAt: at })
      .where(and(eq(smsTemplates.id, id), isNull(smsTemplates.archivedAt)))
      .returning({ name: smsTemplates.name })
    if (!archived) throw new NotFoundError('There is no such template.')
    await recordAudit(ctx, tx, { action: 'template.archive', subject: id, details: archived })
    await broadcast(tx.client, at, [{ type: 'template.changed', data: { templateId: id } }])
  })
}
