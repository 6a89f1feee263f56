import { and, eq, ne } from 'drizzle-orm'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { contacts } from '@/lib/db/schema/contacts'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toContact } from '@/lib/services/contacts/to-contact'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError, NotFoundError } from '@/shared/errors'
import type { Contact, SaveContactInput } from '@/shared/schemas/contact'

/** Adds a contact. A number belongs to one contact: ConflictError when somebody has it. The same id twice is the same contact. */
export async function createContact(
  ctx: Context,
  { id, ...input }: SaveContactInput & { id?: string },
): Promise<Contact> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const row = { id: id ?? uuidV7(at), ...input, createdAt: at, updatedAt: at }
    const [written] = await tx.drizzle.insert(contacts).values(row).onConflictDoNothing().returning()
    if (written) return announce(ctx, tx, toContact(written))
    const [present] = await tx.drizzle.select().from(contacts).where(eq(contacts.phoneNumber, input.phoneNumber))
    if (present?.id !== row.id) throw taken(present)
    return toContact(present)
  })
}

/** Replaces what is given of a contact. */
export async function updateContact(
  ctx: Context,
  { id, ...input }: Partial<SaveContactInput> & { id: string },
): Promise<Contact> {
  return ctx.database.transaction(async (tx) => {
    if (input.phoneNumber) {
      const [other] = await tx.drizzle
        .select()
        .from(contacts)
        .where(and(eq(contacts.phoneNumber, input.phoneNumber), ne(contacts.id, id)))
      if (other) throw taken(other)
    }
    const changes = { ...input, updatedAt: ctx.clock.now() }
    const [written] = await tx.drizzle.update(contacts).set(changes).where(eq(contacts.id, id)).returning()
    if (!written) throw new NotFoundError('There is no such contact.')
    return announce(ctx, tx, toContact(written))
  })
}

async function announce(ctx: Context, tx: Transaction, contact: Contact) {
  await recordAudit(ctx, tx, {
    action: 'contact.save',
    subject: contact.id,
    details: { phoneNumber: contact.phoneNumber },
  })
  await broadcast(tx.client, ctx.clock.now(), [{ type: 'contact.saved', data: { contact } }])
  return contact
}

function taken(contact: { id: string; name: string } | undefined) {
  return new ConflictError(`This number belongs to ${contact?.name ?? 'another contact'} already.`, {
    contactId: contact?.id,
  })
}
