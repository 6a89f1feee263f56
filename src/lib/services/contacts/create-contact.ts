import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { announceContact } from '@/lib/services/contacts/announce-contact'
import { numberTakenError } from '@/lib/services/contacts/number-taken-error'
import { toContact } from '@/lib/services/contacts/to-contact'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Contact, SaveContactInput } from '@/shared/schemas/contact'

/** Adds a contact. A number belongs to one contact: ConflictError when somebody has it. The same id twice is the same contact. */
export async function createContact(
  ctx: CoreContext,
  { id, ...input }: SaveContactInput & { id?: string },
): Promise<Contact> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const row = { id: id ?? uuidV7(at), ...input, createdAt: at, updatedAt: at }
    const [written] = await tx.drizzle.insert(contacts).values(row).onConflictDoNothing().returning()
    if (written) return announceContact(ctx, tx, toContact(written))
    const [present] = await tx.drizzle.select().from(contacts).where(eq(contacts.phoneNumber, input.phoneNumber))
    if (present?.id !== row.id) throw numberTakenError(present)
    return toContact(present)
  })
}
