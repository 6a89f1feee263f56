import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError, ForbiddenError, NotFoundError } from '@/shared/errors'
import type { CallBack, UpdateCallBackInput } from '@/shared/schemas/call-back'
import { callBackEvents, readCallBacks } from './read-call-backs'

type Change = UpdateCallBackInput & { id: string }

/**
 * Somebody says that they will call, gives that back, plans it for a time, or settles the request by hand; 'open' takes that back. ConflictError when another has
 * said so, or when it is settled.
 */
export async function updateCallBack(ctx: CoreContext, { id, ...change }: Change): Promise<CallBack> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const [before] = await readCallBacks(tx.client, [id])
    if (!before) throw new NotFoundError('There is no such request for a call.')
    const changed =
      'claimed' in change
        ? await claim(ctx, tx, { id, ...change })
        : 'status' in change
          ? await settle(ctx, tx, { id, ...change })
          : await plan(ctx, tx, { id, ...change })
    if (!changed) throw new ConflictError(reasonOf(before))
    await recordAudit(ctx, tx, {
      action: 'call_back.update',
      subject: before.callSid ?? id,
      details: { id, ...change },
    })
    await broadcast(tx.client, at, await callBackEvents(tx.client, [id]))
    const [after] = await readCallBacks(tx.client, [id])
    return after ?? before
  })
}

function reasonOf({ status, claimedBy }: CallBack) {
  if (status !== 'open') return `This request is ${status} already.`
  return claimedBy ? `${claimedBy.name} will call them already.` : 'They have asked again meanwhile.'
}

async function claim(ctx: CoreContext, tx: Transaction, { id, claimed }: { id: string; claimed: boolean }) {
  if (ctx.actor.type !== 'operator') throw new ForbiddenError('Only a person can say that they will call.')
  const { rowCount } = await tx.client.query({
    name: 'claim-call-back',
    text: `update call_backs set claimed_by = case when $3 then $2 end, updated_at = $4
            where id = $1 and status = 'open' and (claimed_by is null or claimed_by = $2)`,
    values: [id, ctx.actor.userId, claimed, ctx.clock.now()],
  })
  return rowCount === 1
}

type Plan = { id: string; dueAt: string | null; wish: string | null }

async function plan(ctx: CoreContext, tx: Transaction, { id, dueAt, wish }: Plan) {
  const { rowCount } = await tx.client.query({
    name: 'plan-call-back',
    text: `update call_backs set due_at = $2, wish = $3, updated_at = $4 where id = $1 and status = 'open'`,
    values: [id, dueAt, wish === '' ? null : wish, ctx.clock.now()],
  })
  return rowCount === 1
}

async function settle(ctx: CoreContext, tx: Transaction, { id, status }: { id: string; status: CallBack['status'] }) {
  const isOpen = status === 'open'
  const { rowCount } = await tx.client.query({
    name: 'settle-call-back',
    text: `update call_backs asked set status = $2, settled_at = $3, settled_by = $4, updated_at = $5, reached_call_id = null
            where id = $1 and (status = 'open') <> ($2 = 'open')
              and ($2 <> 'open' or not exists (select from call_backs other where other.their_number = asked.their_number and other.status = 'open'))`,
    values: [id, status, isOpen ? null : ctx.clock.now(), isOpen ? null : actorName(ctx.actor), ctx.clock.now()],
  })
  return rowCount === 1
}
