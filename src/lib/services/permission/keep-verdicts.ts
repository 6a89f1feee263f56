import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { permissionVerdicts } from '@/lib/db/schema/permission'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { Question, Verdict } from './rule'

export type Judged = { question: Question; verdict: Verdict; price: number }

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 1_000

/** Writes down what was decided and why. */
export async function keepVerdicts(
  ctx: Pick<CoreContext, 'actor'>,
  tx: Transaction,
  judged: readonly Judged[],
  rulesVersion: number,
): Promise<void> {
  const rows = judged.map(({ question: { request, prompted, zones }, verdict }) => ({
    id: uuidV7(request.at),
    at: request.at,
    medium: request.medium,
    purpose: request.purpose,
    to: request.to,
    from: request.from,
    verdict: verdict.verdict,
    actor: actorName(ctx.actor),
    warnings: verdict.warnings.length > 0 ? [...verdict.warnings] : null,
    prompted,
    timeZones: [...new Set(zones.flatMap((piece) => piece.timeZones))],
    rulesVersion,
    ...(verdict.verdict === 'allowed' ? {} : { rule: verdict.rule, reason: verdict.reason }),
    ...(verdict.verdict === 'held' ? { heldUntil: verdict.until, expiresAt: verdict.expiresAt } : {}),
  }))
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await tx.drizzle.insert(permissionVerdicts).values(rows.slice(start, start + rowsAtOnce))
  }
}
