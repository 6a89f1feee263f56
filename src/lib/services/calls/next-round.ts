import type { CoreContext } from '@/lib/context'
import { listOwnPhones } from '@/lib/services/people/list-own-phones'
import type { Round } from '@/shared/calls/answer-plan'
import type { CallReport } from './call-report'

/**
 * The first round from `from` on in which anybody can be rung, and their numbers; null when there is none. A caller is never put through to
 * themselves, nor to the number they called: that would ring us again without end.
 */
export async function nextRound(
  ctx: Pick<CoreContext, 'database'>,
  rounds: readonly Round[],
  { from, call }: { from: number; call: Pick<CallReport, 'from' | 'to'> },
): Promise<{ index: number; numbers: string[] } | null> {
  const people = rounds
    .slice(from)
    .flat()
    .flatMap((target) => ('personId' in target ? target.personId : []))
  const phones = await listOwnPhones(ctx, people)
  for (const [index, round] of rounds.entries()) {
    if (index < from) continue
    const numbers = round
      .map((target) => ('phoneNumber' in target ? target.phoneNumber : phones.get(target.personId)))
      .filter((number) => number !== undefined && number !== call.from && number !== call.to)
    if (numbers.length > 0) return { index, numbers: [...new Set(numbers)].filter((number) => number !== undefined) }
  }
  return null
}
