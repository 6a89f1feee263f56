import type { CoreContext } from '@/lib/context'
import { roleCan } from '@/shared/can'
import type { Role } from '@/shared/schemas/role'

export type PhonePerson = { id: string; name: string; role: Role }

const prefix = 'client:'

/** How a person's phone in a browser is rung. */
export function phoneOf(personId: string): string {
  return `${prefix}${personId}`
}

/**
 * Who calls from a browser, by the identity of their token, which Twilio has checked and signed; null: nobody who may call now. The host's
 * people have no role here: their token says that they had one when it was made, minutes ago. By the primary keys.
 */
export async function findPhonePerson(ctx: Pick<CoreContext, 'database'>, from: string): Promise<PhonePerson | null> {
  const id = identityOf(from)
  if (id === null) return null
  const { rows } = await ctx.database.pool.query<PhonePerson & { disabled: boolean }>({
    name: 'find-phone-person',
    text: `select id::text as id, name, role, disabled from users where id::text = $1
           union all
           select id, name, 'agent', false from host_people where id = $1 and not exists (select from users where id::text = $1)`,
    values: [id],
  })
  const [person] = rows
  if (!person || person.disabled || !roleCan(person.role, 'calls.place')) return null
  return { id: person.id, name: person.name, role: person.role }
}

/** Whose phone in a browser an address is; null: it is no such address. Twilio writes percent-encoded what is no plain word. */
export function identityOf(address: string): string | null {
  if (!address.startsWith(prefix)) return null
  try {
    return decodeURIComponent(address.slice(prefix.length))
  } catch {
    return null
  }
}
