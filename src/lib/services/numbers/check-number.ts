import type { CoreContext } from '@/lib/context'
import { checkNumbers } from '@/lib/services/numbers/check-numbers'
import { NotFoundError } from '@/shared/errors'
import type { OurNumber } from '@/shared/schemas/number'

/** What was found of one number. Twilio lists all in one answer, so all are looked at. */
export async function checkNumber(ctx: CoreContext, { id }: { id: string }): Promise<OurNumber> {
  const { items } = await checkNumbers(ctx)
  const number = items.find((candidate) => candidate.id === id)
  if (!number) throw new NotFoundError('There is no such number.')
  return number
}
