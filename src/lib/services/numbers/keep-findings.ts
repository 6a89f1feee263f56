import { and, eq, isNull, notInArray } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toNumber } from '@/lib/services/numbers/to-number'
import { problemsOf, serviceProblems, wantedSettings } from '@/lib/services/numbers/wanted-settings'
import type { TwilioNumber } from '@/lib/twilio/port'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import type { NumberProblem } from '@/shared/schemas/number'

/** Keeps what is wrong with these numbers at Twilio. `areAll`: whatever of ours is not among them has left the account. */
export async function keepFindings(ctx: CoreContext, found: readonly TwilioNumber[], { areAll }: { areAll: boolean }) {
  const wanted = wantedSettings(ctx.config)
  const services = await textServices(ctx)
  const at = ctx.clock.now()
  const kept = isNull(phoneNumbers.releasedAt)
  await ctx.database.transaction(async (tx) => {
    const write = (problems: NumberProblem[], which: ReturnType<typeof eq>) =>
      tx.drizzle
        .update(phoneNumbers)
        .set({ checkedAt: at, problems, updatedAt: at })
        .where(and(which, kept))
        .returning()
    const written = []
    for (const { phoneNumber, phoneNumberSid, settings } of found) {
      const problems = [...problemsOf(settings, wanted), ...serviceProblems(phoneNumberSid, services, wanted)]
      written.push(...(await write(problems, eq(phoneNumbers.phoneNumber, phoneNumber))))
    }
    if (areAll) {
      const others = notInArray(
        phoneNumbers.phoneNumber,
        found.map(({ phoneNumber }) => phoneNumber),
      )
      written.push(...(await write([{ setting: 'account', kind: 'absent', found: '', wanted: '' }], others)))
    }
    await recordAudit(ctx, tx, { action: 'numbers.check', details: { numbers: written.length } })
    await broadcast(
      tx.client,
      at,
      written.map((row) => ({ type: 'number.changed', data: { number: toNumber(ctx, row) } })),
    )
  })
}

/** A key that may not read messaging services must not keep the rest from being checked. */
async function textServices(ctx: CoreContext) {
  try {
    return await ctx.twilio.listTextServices()
  } catch (error) {
    ctx.log.warn({ err: error }, 'the messaging services could not be read')
    return []
  }
}
