import type { PermissionRules } from '@/shared/schemas/permission-rules'
import { momentOf, nextDate, readWallClock } from '@/shared/places/wall-clock'

/** Words that are true on one day only. */
const today =
  /\b(?:today|tonight|this (?:morning|afternoon|evening)|in an hour|right now|hoy|esta (?:noche|tarde|mañana))\b/i
const tomorrow = /\b(?:tomorrow|mañana)\b/i

/**
 * When a text that had to wait is stale: so many hours after it was wanted, and in any case at midnight, by the recipient's wall, when its
 * words speak of today or tomorrow.
 */
export function expiresAt(wanted: Date, body: string | undefined, timeZone: string, rules: PermissionRules): Date {
  const byHours = new Date(wanted.getTime() + rules.holdHours * 60 * 60_000)
  if (body === undefined || !(today.test(body) || tomorrow.test(body))) return byHours
  const midnight = momentOf(nextDate(readWallClock(wanted, timeZone).date), 0, timeZone)
  return midnight < byHours ? midnight : byHours
}
