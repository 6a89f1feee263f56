import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { BrowserPhoneDocument } from '@/shared/schemas/phone'
import { getPhone, requirePhoneOwner } from './get-phone'

/** Somewhat longer than a token lives, with each of which a browser says it again; one that says nothing more is gone by then. */
const lifeMilliseconds = 11 * 60_000

/** Says whether my phone in the browser can be rung. Said again it costs one small write; only a change is told and audited. */
export async function changePhone(ctx: Context, { ready }: { ready: boolean }): Promise<BrowserPhoneDocument> {
  const personId = requirePhoneOwner(ctx.actor)
  const at = ctx.clock.now()
  const until = ready ? new Date(at.getTime() + lifeMilliseconds) : at
  await ctx.database.transaction(async (tx) => {
    const { rows } = await tx.client.query<{ was_ready: boolean }>({
      name: 'change-browser-phone',
      text: `with before as (select ready_until > $3 as was_ready from browser_phones where person_id = $1 for update),
             written as (
               insert into browser_phones (person_id, ready_until) values ($1, $2)
               on conflict (person_id) do update set ready_until = excluded.ready_until)
             select coalesce((select was_ready from before), false) as was_ready`,
      values: [personId, until, at],
    })
    if (rows[0]?.was_ready === ready) return
    await recordAudit(ctx, tx, { action: ready ? 'phone.turn_on' : 'phone.turn_off', subject: personId })
    await broadcast(tx.client, at, [{ type: 'person.changed', data: { userId: personId } }])
  })
  return getPhone(ctx)
}
