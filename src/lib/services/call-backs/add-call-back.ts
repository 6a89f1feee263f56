import { actorName, type CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { ownNumber } from '@/lib/services/phone/phone-leg'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ForbiddenError } from '@/shared/errors'
import type { CallBack, CreateCallBackInput } from '@/shared/schemas/call-back'
import { callBackEvents, readCallBacks } from './read-call-backs'

/**
 * One of ours writes down that somebody is to be called back. Who waits for a call already waits for this one: its time, wish and caller are added to
 * what is there, and `isNew` is false. By call_backs_open_number.
 */
export async function addCallBack(
  ctx: CoreContext,
  { id = uuidV7(ctx.clock.now()), theirNumber, claimed, ...input }: CreateCallBackInput & { id?: string | undefined },
): Promise<{ callBack: CallBack; isNew: boolean }> {
  if (claimed && ctx.actor.type !== 'operator') throw new ForbiddenError('Only a person can say that they will call.')
  const ourNumber = await ownNumber(ctx, input.ourNumber)
  const claimedBy = claimed && ctx.actor.type === 'operator' ? ctx.actor.userId : null
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'add-call-back',
      text: `insert into call_backs as asked (id, their_number, our_number, wish, due_at, claimed_by, created_by, status, created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $8)
             on conflict (their_number) where status = 'open' do update
               set wish = coalesce(excluded.wish, asked.wish), due_at = coalesce(excluded.due_at, asked.due_at),
                   claimed_by = coalesce(asked.claimed_by, excluded.claimed_by), updated_at = $8
             returning id`,
      values: [
        id,
        theirNumber,
        ourNumber,
        input.wish ?? null,
        input.dueAt ?? null,
        claimedBy,
        actorName(ctx.actor),
        at,
      ],
    })
    const written = rows.map((row) => row.id)
    const [callBack] = await readCallBacks(tx.client, written)
    if (!callBack) throw new Error('the call-back was not written')
    await recordAudit(ctx, tx, {
      action: 'call_back.add',
      subject: callBack.id,
      details: { to: theirNumber, dueAt: input.dueAt ?? null },
    })
    await broadcast(tx.client, at, await callBackEvents(tx.client, written))
    return { callBack, isNew: callBack.id === id }
  })
}
