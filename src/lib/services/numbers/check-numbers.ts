import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { listNumbers } from '@/lib/services/numbers/list-numbers'
import { toNumber } from '@/lib/services/numbers/to-number'
import { problemsOf, wantedSettings } from '@/lib/services/numbers/wanted-settings'
import type { TwilioNumber } from '@/lib/twilio/port'
import { broadcast } from '@/lib/utils/twilio-broadcast'

/** Compares how our numbers stand at Twilio with what we need, and keeps what was found; changes nothing there. */
export async function checkNumbers(ctx: CoreContext) {
  const found = await ctx.twilio.listNumbers()
  await ctx.database.transaction((tx) => keep(ctx, tx, found))
  return listNumbers(ctx)
}

type Transaction = Parameters<Parameters<CoreContext['database']['transaction']>[0]>[0]

/** What is known of these numbers from now on. */
export async function keep(ctx: CoreContext, tx: Transaction, found: readonly TwilioNumber[]) {
  const at = ctx.clock.now()
  const wanted = wantedSettings(ctx.config)
  const written = []
  for (const { phoneNumber, settings } of found) {
    const [row] = await tx.drizzle
      .update(phoneNumbers)
      .set({ checkedAt: at, problems: problemsOf(settings, wanted), updatedAt: at })
      .where(and(eq(phoneNumbers.phoneNumber, phoneNumber), isNull(phoneNumbers.releasedAt)))
      .returning()
    if (row) written.push(toNumber(ctx, row))
  }
  await recordAudit(ctx, tx, { action: 'numbers.check', details: { numbers: written.length } })
  await broadcast(
    tx.client,
    at,
    written.map((number) => ({ type: 'number.changed', data: { number } })),
  )
}
