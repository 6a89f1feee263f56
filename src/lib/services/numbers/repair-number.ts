import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getNumberRow } from '@/lib/services/numbers/get-number-row'
import { keepFindings } from '@/lib/services/numbers/keep-findings'
import { toNumber } from '@/lib/services/numbers/to-number'
import { wantedSettings } from '@/lib/services/numbers/wanted-settings'
import type { OurNumber } from '@/shared/schemas/number'

/** Makes Twilio ask us about a number, because a person said so. What stood there before is kept in the audit log. */
export async function repairNumber(ctx: CoreContext, { id }: { id: string }): Promise<OurNumber> {
  const row = await getNumberRow(ctx, id)
  const wanted = wantedSettings(ctx.config)
  const before = (await ctx.twilio.listNumbers()).find(({ phoneNumberSid }) => phoneNumberSid === row.phoneNumberSid)
  await ctx.database.transaction((tx) =>
    recordAudit(ctx, tx, {
      action: 'number.repair',
      subject: row.phoneNumber,
      details: { before: before?.settings ?? null, after: wanted },
    }),
  )
  const repaired = await ctx.twilio.configureNumber(row.phoneNumberSid, wanted)
  await keepFindings(ctx, [repaired], { areAll: false })
  return toNumber(ctx, await getNumberRow(ctx, id))
}
