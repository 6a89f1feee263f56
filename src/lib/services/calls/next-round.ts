import type { CoreContext } from '@/lib/context'
import { listOwnPhones } from '@/lib/services/people/list-own-phones'
import type { Round } from '@/shared/calls/answer-plan'
import type { RungPhone } from './dial-round'
import type { CallReport } from './call-report'

/**
 * The first round from `from` on in which anybody can be rung, and their numbers; null when there is none. A caller is never put through to
 * themselves, nor to the number they called: that would ring us again without end.
 */
export async function nextRound(
  ctx: Pick<CoreContext, 'database'>,
  rounds: readonly Round[],
  { from, call }: { from: number; call: Pick<CallReport, 'from' | 'to'> },
): Promise<{ index: number; phones: RungPhone[] } | null> {
  const people = rounds
    .slice(from)
    .flat()
    .flatMap((target) => ('personId' in target ? target.personId : []))
  const phones = await listOwnPhones(ctx, people)
  for (const [index, round] of rounds.entries()) {
    if (index < from) continue
    const rung = round.flatMap((target): RungPhone[] => {
      const personId = 'personId' in target ? target.personId : null
      const number = 'phoneNumber' in target ? target.phoneNumber : phones.get(target.personId)
      return number === undefined || number === call.from || number === call.to ? [] : [{ number, personId }]
    })
    const once = new Map(rung.map((phone) => [phone.number, phone]))
    if (once.size > 0) return { index, phones: [...once.values()] }
  }
  return null
}
