import type { CoreContext } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import type { NumberLookup } from '@/shared/schemas/permission'

/**
 * Asks Twilio what kind of line a number is, and remembers it: a landline is not texted from then on. Asked by a person, because it costs.
 * UpstreamError when Twilio does not answer.
 */
export async function lookUpNumber(ctx: CoreContext, { phoneNumber }: { phoneNumber: string }): Promise<NumberLookup> {
  const lineType = await ctx.twilio.lookUpLineType(phoneNumber)
  const at = ctx.clock.now()
  await ctx.database.transaction(async (tx) => {
    if (lineType !== null) {
      await tx.client.query({
        name: 'remember-line-type',
        text: `insert into phone_lookups (phone_number, line_type, source, looked_up_at) values ($1, $2, 'lookup', $3)
               on conflict (phone_number) do update
                 set line_type = excluded.line_type, source = excluded.source, looked_up_at = excluded.looked_up_at`,
        values: [phoneNumber, lineType, at],
      })
    }
    await recordAudit(ctx, tx, { action: 'number.look_up', subject: phoneNumber, details: { lineType } })
  })
  return { phoneNumber, lineType }
}
