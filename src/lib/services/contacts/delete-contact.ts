import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'

/** Forgets a contact's name and details; calls, texts and opt-outs of the number stay. */
export async function deleteContact(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const [deleted] = await tx.drizzle.delete(contacts).where(eq(contacts.id, id)).returning()
    if (!deleted) throw new NotFoundError('There is no such contact.')
    const { phoneNumber } = deleted
    await recordAudit(ctx, tx, { action: 'contact.delete', subject: id, details: { phoneNumber } })
    await broadcast(tx.client, ctx.clock.now(), [{ type: 'contact.deleted', data: { contactId: id, phoneNumber } }])
  })
}
