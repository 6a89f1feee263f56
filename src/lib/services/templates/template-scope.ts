import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { contacts } from '@/lib/db/schema/contacts'
import { describeActor } from '@/lib/services/people/describe-actor'
import { firstNameOf } from '@/shared/contacts/first-name-of'
import type { TemplateVariables } from '@/shared/schemas/template'

/** What a template may ask for: the contact with this number, who sends it, the firm, and the variables that were given. */
export async function templateScope(
  ctx: Pick<CoreContext, 'database' | 'config' | 'actor'>,
  { to, variables = {} }: { to: string | undefined; variables?: TemplateVariables | undefined },
) {
  const [contact] =
    to === undefined ? [] : await ctx.database.drizzle.select().from(contacts).where(eq(contacts.phoneNumber, to))
  const user = ctx.actor.type === 'operator' ? await describeActor(ctx.database.pool, ctx.actor) : null
  return {
    ...variables,
    contact: {
      phone_number: to,
      ...(contact && { name: contact.name, first_name: firstNameOf(contact.name), email: contact.email }),
    },
    user: { name: user?.name, first_name: user === null ? undefined : firstNameOf(user.name) },
    firm: { name: ctx.config.firmName },
  }
}
