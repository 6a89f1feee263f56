import type { CoreContext } from '@/lib/context'
import { NotFoundError } from '@/shared/errors'
import { personOf, type GreetingRow } from './greeting-row'

/** The greeting with this id that whoever acts may leave, also for them later on. NotFoundError when there is none. */
export async function getGreeting(ctx: Pick<CoreContext, 'database' | 'actor'>, id: string): Promise<GreetingRow> {
  const row = await findGreeting(ctx, id)
  if (!row || (row.person_id !== null && row.person_id !== personOf(ctx)))
    throw new NotFoundError('There is no such greeting.')
  return row
}

/** By the primary key, whoever's it is. */
export async function findGreeting(ctx: Pick<CoreContext, 'database'>, id: string): Promise<GreetingRow | null> {
  const { rows } = await ctx.database.pool.query<GreetingRow>({
    name: 'find-greeting',
    text: 'select * from voicemail_greetings where id = $1 and deleted_at is null',
    values: [id],
  })
  return rows[0] ?? null
}
