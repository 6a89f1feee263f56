import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { toContact } from '@/lib/services/contacts/to-contact'
import { NotFoundError } from '@/shared/errors'
import type { Contact } from '@/shared/schemas/contact'

/** One contact; NotFoundError when there is none with this id. */
export async function getContact(ctx: Pick<CoreContext, 'database'>, { id }: { id: string }): Promise<Contact> {
  const [row] = await ctx.database.drizzle.select().from(contacts).where(eq(contacts.id, id))
  if (!row) throw new NotFoundError('There is no such contact.')
  return toContact(row)
}
