import { and, eq, ne } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { announceContact } from '@/lib/services/contacts/announce-contact'
import { numberTakenError } from '@/lib/services/contacts/number-taken-error'
import { toContact } from '@/lib/services/contacts/to-contact'
import { NotFoundError } from '@/shared/errors'
import type { Contact, SaveContactInput } from '@/shared/schemas/contact'

/** Replaces what is given of a contact. */
export async function updateContact(
  ctx: CoreContext,
  { id, ...input }: Partial<SaveContactInput> & { id: string },
): Promise<Contact> {
  return ctx.database.transaction(async (tx) => {
    if (input.phoneNumber) {
      const [other] = await tx.drizzle
        .select()
        .from(contacts)
        .where(and(eq(contacts.phoneNumber, input.phoneNumber), ne(contacts.id, id)))
      if (other) throw numberTakenError(other)
    }
    const changes = { ...input, updatedAt: ctx.clock.now() }
    const [written] = await tx.drizzle.update(contacts).set(changes).where(eq(contacts.id, id)).returning()
    if (!written) throw new NotFoundError('There is no such contact.')
    return announceContact(ctx, tx, toContact(written))
  })
}
