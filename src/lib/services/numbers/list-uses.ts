import type { CoreContext } from '@/lib/context'
import type { NumberUses } from '@/shared/schemas/number'
import { getNumberRow } from './get-number-row'
import { usesOfNumber } from './uses-of-number'

/** What uses a number, for whoever is about to give it back. */
export async function listUses(ctx: Pick<CoreContext, 'database'>, { id }: { id: string }): Promise<NumberUses> {
  return { items: await usesOfNumber(ctx, await getNumberRow(ctx, id)) }
}
