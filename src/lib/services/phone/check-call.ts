import type { CoreContext } from '@/lib/context'
import { gather } from '@/lib/services/permission/gather'
import { judge } from '@/lib/services/permission/judge'
import type { PhoneCheckInput } from '@/shared/schemas/phone'
import { ownNumber } from './phone-leg'

/** Why this number must not be called now, so that a person reads it before a phone says it; null: it may. Nothing is kept. */
export async function checkCall(
  ctx: CoreContext,
  { to, callerId }: PhoneCheckInput,
): Promise<{ refusal: string | null }> {
  const from = await ownNumber(ctx, callerId)
  const asked = { to, from, medium: 'call' as const, purpose: 'manual' as const, at: ctx.clock.now() }
  const { questions } = await gather(ctx, ctx.database.pool, [asked])
  const [question] = questions
  if (!question) throw new Error('a request came to no question')
  const verdict = judge(question)
  return { refusal: verdict.verdict === 'allowed' ? null : verdict.reason }
}
