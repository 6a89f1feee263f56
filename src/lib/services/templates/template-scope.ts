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
      ...given(variables, 'contact'),
      ...known({
        phone_number: to,
        name: contact?.name,
        first_name: contact && firstNameOf(contact.name),
        email: contact?.email,
      }),
    },
    user: {
      ...given(variables, 'user'),
      ...known({ name: user?.name, first_name: user === null ? undefined : firstNameOf(user.name) }),
    },
    firm: { ...given(variables, 'firm'), ...known({ name: ctx.config.firmName }) },
  }
}

/** Of the variables that were given those of a group: `contact.first_name` is the contact's, where nothing is known of it. */
function given(variables: TemplateVariables, group: string) {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      name.startsWith(`${group}.`) ? [[name.slice(group.length + 1), value]] : [],
    ),
  )
}

function known(values: Record<string, string | null | undefined>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null && value.trim() !== ''))
}
