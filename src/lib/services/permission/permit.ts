import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { permissionVerdicts } from '@/lib/db/schema/operations'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Objection, PermissionRequest, PermissionRule, Verdict, Warning } from './rule'
import { numberShape } from './rules/number-shape'
import { optedOut } from './rules/opted-out'

/** Asked in order. A refusal ends it; of several holds the longest counts. */
const rules: readonly PermissionRule[] = [numberShape, optedOut]

/**
 * Whether something may go out now: the one question every text and call passes at the moment of sending. The verdict is kept in the
 * caller's transaction, or in one of its own.
 */
export async function permit(ctx: CoreContext, request: PermissionRequest, tx?: Transaction): Promise<Verdict> {
  if (!tx) return ctx.database.transaction((own) => permit(ctx, request, own))
  const verdict = await judge(ctx, tx, request)
  await tx.drizzle.insert(permissionVerdicts).values({
    id: uuidV7(request.at),
    at: request.at,
    medium: request.medium,
    purpose: request.purpose,
    to: request.to,
    from: request.from,
    verdict: verdict.verdict,
    actor: actorName(ctx.actor),
    ...(verdict.verdict === 'allowed' ? {} : { rule: verdict.rule, reason: verdict.reason }),
    ...(verdict.verdict === 'held' ? { heldUntil: verdict.until } : {}),
  })
  return verdict
}

/** What was held goes out within this time of the wish, or is asked about. */
const holdMilliseconds = 12 * 60 * 60 * 1000

async function judge(ctx: CoreContext, tx: Transaction, request: PermissionRequest): Promise<Verdict> {
  const warnings: Warning[] = []
  let longest: Extract<Objection, { verdict: 'held' }> | null = null
  for (const rule of rules) {
    const objection = await rule(ctx, tx, request)
    if (objection?.verdict === 'refused') return { ...objection, warnings }
    if (objection?.verdict === 'warned') warnings.push({ rule: objection.rule, reason: objection.reason })
    if (objection?.verdict === 'held' && (!longest || objection.until > longest.until)) longest = objection
  }
  const expiresAt = new Date(request.at.getTime() + holdMilliseconds)
  return longest ? { ...longest, expiresAt, warnings } : { verdict: 'allowed', warnings }
}
