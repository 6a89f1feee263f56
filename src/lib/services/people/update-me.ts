import type { z } from 'zod'
import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getMe } from '@/lib/services/people/get-me'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ForbiddenError } from '@/shared/errors'
import type { Me, MyChange } from '@/shared/schemas/person'

/** Changes what everybody may change of themselves: their own phone. A key has none: ForbiddenError. */
export async function updateMe(ctx: Context, change: MyChange): Promise<z.infer<typeof Me>> {
  const { actor } = ctx
  if (actor.type !== 'operator') throw new ForbiddenError('Only a person has a phone of their own.')
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    if (actor.host) {
      await tx.client.query(
        `insert into host_people (id, name, seen_at, phone_number) values ($1, $2, $3, $4)
         on conflict (id) do update set name = excluded.name, phone_number = excluded.phone_number`,
        [actor.userId, actor.host.name, at, change.phoneNumber],
      )
    } else {
      await tx.client.query('update users set phone_number = $2, updated_at = $3 where id = $1', [
        actor.userId,
        change.phoneNumber,
        at,
      ])
    }
    await recordAudit(ctx, tx, { action: 'person.update', subject: actor.userId, details: change })
    await broadcast(tx.client, at, [{ type: 'person.changed', data: { userId: actor.userId } }])
  })
  return getMe(ctx)
}
