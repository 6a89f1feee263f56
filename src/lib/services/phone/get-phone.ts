import type { Context } from '@/lib/context'
import { ForbiddenError } from '@/shared/errors'
import type { BrowserPhoneDocument } from '@/shared/schemas/phone'
import { findPhoneCall } from './find-phone-call'

/** My phone in the browser: whether it can be rung, and the call it belongs to. A key has none: ForbiddenError. By the primary key. */
export async function getPhone(ctx: Pick<Context, 'actor' | 'database' | 'clock'>): Promise<BrowserPhoneDocument> {
  const personId = requirePhoneOwner(ctx.actor)
  const { rows } = await ctx.database.pool.query<{ ready: boolean }>({
    name: 'find-browser-phone',
    text: 'select ready_until > $2 as ready from browser_phones where person_id = $1',
    values: [personId, ctx.clock.now()],
  })
  return { ready: rows[0]?.ready ?? false, call: await findPhoneCall(ctx.database.pool, personId) }
}

/** The id of the person who acts. */
export function requirePhoneOwner(actor: Context['actor']): string {
  if (actor.type !== 'operator') throw new ForbiddenError('Only a person has a phone in the browser.')
  return actor.userId
}
