import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { keepFindings } from '@/lib/services/numbers/keep-findings'
import { syncNumbers } from '@/lib/services/numbers/sync-numbers'
import { toNumber } from '@/lib/services/numbers/to-number'
import { wantedSettings } from '@/lib/services/numbers/wanted-settings'
import type { TwilioNumber } from '@/lib/twilio/port'
import { ConflictError, UpstreamError } from '@/shared/errors'
import type { OurNumber } from '@/shared/schemas/number'

/**
 * Buys a number, pointed at us from its first second. A number is in the account or not, so it is looked for there first and after an
 * answer that never came: asked twice, it is bought once.
 */
export async function buyNumber(ctx: CoreContext, { phoneNumber }: { phoneNumber: string }): Promise<OurNumber> {
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'number.buy', subject: phoneNumber }))
  const bought = (await inAccount(ctx, phoneNumber)) ?? (await buy(ctx, phoneNumber))
  await syncNumbers(ctx)
  await keepFindings(ctx, [bought], { areAll: false })
  const [row] = await ctx.database.drizzle.select().from(phoneNumbers).where(eq(phoneNumbers.phoneNumber, phoneNumber))
  if (!row) throw new ConflictError('Twilio sold the number and does not list it yet. It appears here by itself.')
  return toNumber(ctx, row)
}

async function buy(ctx: CoreContext, phoneNumber: string): Promise<TwilioNumber> {
  try {
    return await ctx.twilio.buyNumber(phoneNumber, wantedSettings(ctx.config))
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.outcome !== 'unknown') throw error
    const bought = await inAccount(ctx, phoneNumber)
    if (bought) return bought
    throw error
  }
}

async function inAccount(ctx: CoreContext, phoneNumber: string) {
  return (await ctx.twilio.listNumbers()).find((number) => number.phoneNumber === phoneNumber)
}
