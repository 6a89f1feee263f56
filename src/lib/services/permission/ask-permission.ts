import type { CoreContext } from '@/lib/context'
import { consentOf } from '@/lib/services/permission/consent-of'
import { gather } from '@/lib/services/permission/gather'
import { judge } from '@/lib/services/permission/judge'
import { priceOf } from '@/lib/services/permission/price-of'
import { likelyTimeZone } from '@/lib/services/permission/quiet-hours/places-of'
import { askedTime } from '@/lib/services/scheduled-messages/send-time'
import { readWallClock } from '@/shared/places/wall-clock'
import { requestFor } from '@/lib/services/permission/request-for'
import type { AskPermissionInput, PermissionAnswer } from '@/shared/schemas/permission'

/** What would happen if a person sent this now, or planned it for `sendAt`: the verdict with all that led to it. Nothing is kept. */
export async function askPermission(ctx: CoreContext, input: AskPermissionInput): Promise<PermissionAnswer> {
  const at = askedTime(input.sendAt, ctx.clock.now())
  const text = { to: input.to, from: input.from ?? ctx.config.twilio.phoneNumber, body: input.body ?? '' }
  const purpose = input.sendAt === undefined ? 'manual' : 'scheduled'
  const request = { ...requestFor(text, purpose, at), hasMedia: input.hasMedia ?? false }
  const { questions, inForce } = await gather(ctx, ctx.database.pool, [request])
  const [question] = questions
  if (!question) throw new Error('a request came to no question')
  const verdict = judge(question)
  const timeZone = likelyTimeZone(question.zones)
  const { date, minute } = readWallClock(at, timeZone)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const consent = consentOf(question.evidence, inForce.rules, request)
  return {
    verdict: verdict.verdict,
    rule: verdict.verdict === 'allowed' ? null : verdict.rule,
    reason: verdict.verdict === 'allowed' ? null : verdict.reason,
    until: verdict.verdict === 'held' ? verdict.until.toISOString() : null,
    warnings: [...verdict.warnings],
    localTime: `${date}T${clock}`,
    timeZone,
    zoneEvidence: [...question.zones],
    consent: { basis: consent.basis, source: consent.source, since: consent.since?.toISOString() ?? null },
    segments: request.segments ?? 1,
    price: priceOf(request, inForce.rules) / 1_000_000,
    currency: inForce.rules.spend.currency,
  }
}
