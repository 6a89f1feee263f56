import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toNumber } from '@/lib/services/numbers/to-number'
import { assertReadable } from '@/lib/services/templates/assert-readable'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { InvalidError, NotFoundError } from '@/shared/errors'
import type { OurNumber, UpdateNumberInput } from '@/shared/schemas/number'

/** Changes our name for a number and how its calls are answered; what is not given stays. Twilio's own settings are not touched. */
export async function updateNumber(
  ctx: CoreContext,
  { id, ...input }: UpdateNumberInput & { id: string },
): Promise<OurNumber> {
  if (input.answer?.textBack) assertReadable(input.answer.textBack)
  return ctx.database.transaction(async (tx) => {
    await assertFlowsExist(tx, input.answer ?? {})
    await assertGreetingExists(tx, input.answer ?? {})
    const [present] = await tx.drizzle
      .select()
      .from(phoneNumbers)
      .where(and(eq(phoneNumbers.id, id), isNull(phoneNumbers.releasedAt)))
      .for('update')
    if (!present) throw new NotFoundError('There is no such number.')
    const at = ctx.clock.now()
    const [written] = await tx.drizzle
      .update(phoneNumbers)
      .set({
        friendlyName: input.friendlyName ?? present.friendlyName,
        answer: { ...present.answer, ...input.answer },
        updatedAt: at,
      })
      .where(eq(phoneNumbers.id, id))
      .returning()
    if (!written) throw new NotFoundError('There is no such number.')
    const number = toNumber(ctx, written)
    await recordAudit(ctx, tx, { action: 'number.update', subject: number.phoneNumber, details: input })
    await broadcast(tx.client, at, [{ type: 'number.changed', data: { number } }])
    return number
  })
}

/** By the primary key of ivr_flows. */
async function assertFlowsExist(tx: Transaction, { flowId, textFlowId }: NonNullable<UpdateNumberInput['answer']>) {
  const wanted = [...new Set([flowId ?? [], textFlowId ?? []].flat())]
  if (wanted.length === 0) return
  const { rows } = await tx.client.query({
    name: 'flows-that-exist',
    text: 'select id from ivr_flows where id = any($1) and archived_at is null',
    values: [wanted],
  })
  if (rows.length < wanted.length) throw new InvalidError('answer: There is no such flow.')
}

/** By the primary key of voicemail_greetings; locked, so that it is not deleted meanwhile. */
async function assertGreetingExists(
  tx: Transaction,
  { voicemailGreetingId: id }: NonNullable<UpdateNumberInput['answer']>,
) {
  if (!id) return
  const { rows } = await tx.client.query({
    name: 'greeting-for-callers',
    text: `select id from voicemail_greetings where id = $1 and heard_by = 'callers' and deleted_at is null for share`,
    values: [id],
  })
  if (rows.length === 0) throw new InvalidError('answer: There is no such greeting for callers.')
}
