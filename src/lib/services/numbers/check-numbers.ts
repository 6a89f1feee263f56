import type { CoreContext } from '@/lib/context'
import { keepFindings } from '@/lib/services/numbers/keep-findings'
import { listNumbers } from '@/lib/services/numbers/list-numbers'

/** Compares how our numbers stand at Twilio with what we need, and keeps what was found; changes nothing there. */
export async function checkNumbers(ctx: CoreContext) {
  await keepFindings(ctx, await ctx.twilio.listNumbers(), { areAll: true })
  return listNumbers(ctx)
}
