import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { NotFoundError } from '@/shared/errors'

/** Ends a key for ever; revoking it again changes nothing. Throws NotFoundError for a key there never was. */
export async function revokeApiKey(ctx: Context, { id }: { id: string }): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now()
    const known = await tx.client.query<{ revoked_at: Date | null }>(
      'select revoked_at from api_keys where id = $1 for update',
      [id],
    )
    if (!known.rows[0]) throw new NotFoundError('There is no such API key.')
    if (known.rows[0].revoked_at) return
    await tx.client.query('update api_keys set revoked_at = $2 where id = $1', [id, now])
    await recordAudit(ctx, tx, { action: 'api_key.revoke', subject: id })
    await broadcast(tx.client, now, [{ type: 'api_key.changed', data: { keyId: id } }])
  })
  ctx.auth.actors.forgetAll()
}
