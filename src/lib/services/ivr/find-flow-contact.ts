import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { firstNameOf } from '@/shared/contacts/first-name-of'
import type { RequestAnswer } from './perform-request'

/** What a flow may know of a contact, by the unique index on their number. */
export async function findFlowContact(
  ctx: Pick<CoreContext, 'database'>,
  { phoneNumber }: { phoneNumber: string },
): Promise<RequestAnswer> {
  const [contact] = await ctx.database.drizzle.select().from(contacts).where(eq(contacts.phoneNumber, phoneNumber))
  if (!contact) return { event: 'notFound', outputs: {} }
  const { id, name, timeZone, externalId } = contact
  const outputs = { id, name, first_name: firstNameOf(name) ?? name, time_zone: timeZone, external_id: externalId }
  return { event: 'found', outputs }
}
