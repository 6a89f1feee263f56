import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { callBackEvents } from './read-call-backs'

type Wanted = { id: string; theirNumber: string; ourNumber: string; callSid: string | null; wish: string | null }

/** Writes down that somebody wants to be called back. Asked again before anybody did, it is the same request, and for now whatever was planned; by call_backs_open_number. */
export async function requestCallBack(
  ctx: Pick<CoreContext, 'database' | 'clock' | 'actor'>,
  { id, theirNumber, ourNumber, callSid, wish }: Wanted,
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'request-call-back',
      text: `insert into call_backs as asked (id, their_number, our_number, call_sid, wish, status, created_at, updated_at)
             select $1, $2, $3, $4, $5, 'open', $6, $6 where not exists (select from call_backs where id = $1)
             on conflict (their_number) where status = 'open' do update
               set our_number = excluded.our_number, due_at = null, call_sid = excluded.call_sid, wish = coalesce(excluded.wish, asked.wish), updated_at = $6
             returning id`,
      values: [id, theirNumber, ourNumber, callSid, wish, at],
    })
    const [row] = rows
    if (!row) return
    await recordAudit(ctx, tx, {
      action: 'call_back.request',
      subject: callSid ?? row.id,
      details: { callBackId: row.id },
    })
    await broadcast(tx.client, at, await callBackEvents(tx.client, [row.id]))
  })
}
