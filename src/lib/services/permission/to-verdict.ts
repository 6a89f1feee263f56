import type { permissionVerdicts } from '@/lib/db/schema/permission'
import type { KeptVerdict } from '@/shared/schemas/permission'

/** A kept verdict as lists and exports show it. */
export function toVerdict(row: typeof permissionVerdicts.$inferSelect): KeptVerdict {
  return {
    id: row.id,
    at: row.at.toISOString(),
    medium: row.medium,
    purpose: row.purpose,
    to: row.to,
    from: row.from,
    verdict: row.verdict,
    rule: row.rule,
    reason: row.reason,
    heldUntil: row.heldUntil?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    warnings: row.warnings ?? [],
    timeZones: row.timeZones ?? [],
    rulesVersion: row.rulesVersion,
    actor: row.actor,
  }
}
