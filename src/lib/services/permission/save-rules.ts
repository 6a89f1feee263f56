import { actorName, type CoreContext } from '@/lib/context'
import { permissionRules } from '@/lib/db/schema/permission'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getRules, type RulesInForce } from '@/lib/services/permission/get-rules'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { SaveRulesInput } from '@/shared/schemas/permission'

/** Puts a new version of the rules in force, everywhere at once. ConflictError when somebody else has changed them since `basedOn`. */
export async function saveRules(ctx: CoreContext, { basedOn, rules }: SaveRulesInput): Promise<RulesInForce> {
  await ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const before = await getRules(ctx, tx.client)
    if (before.version !== basedOn) throw changedError()
    const row = { version: basedOn + 1, rules, createdBy: actorName(ctx.actor), createdAt: at }
    const written = await tx.drizzle.insert(permissionRules).values(row).onConflictDoNothing().returning()
    if (written.length === 0) throw changedError()
    const details = { version: row.version, before: before.rules, after: rules }
    await recordAudit(ctx, tx, { action: 'permission_rules.save', subject: String(row.version), details })
    await broadcast(tx.client, at, [{ type: 'permission_rules.changed', data: { version: row.version } }])
  })
  return getRules(ctx)
}

function changedError() {
  return new ConflictError('Somebody else has changed the rules meanwhile. Look at them again.')
}
