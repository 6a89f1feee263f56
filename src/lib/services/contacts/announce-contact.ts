import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { Contact } from '@/shared/schemas/contact'

/** Ends the transaction that wrote a contact: who did it, and the live event. */
export async function announceContact(ctx: CoreContext, tx: Transaction, contact: Contact): Promise<Contact> {
  const details = { phoneNumber: contact.phoneNumber }
  await recordAudit(ctx, tx, { action: 'contact.save', subject: contact.id, details })
  await broadcast(tx.client, ctx.clock.now(), [{ type: 'contact.saved', data: { contact } }])
  return contact
}
