import type { CoreContext } from '@/lib/context'
import type { Destination } from '@/lib/services/ringing/destination'
import { listDestinations } from '@/lib/services/ringing/list-destinations'
import type { Round } from '@/shared/calls/answer-plan'
import type { CallReport } from './call-report'

/**
 * The first round from `from` on in which anybody can be rung, and where; null when there is none. A caller is never put through to
 * themselves, nor to the number they called: that would ring us again without end.
 */
export async function nextRound(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  rounds: readonly Round[],
  { from, call }: { from: number; call: Pick<CallReport, 'from' | 'to'> },
): Promise<{ index: number; destinations: Destination[] } | null> {
  const people = rounds
    .slice(from)
    .flat()
    .flatMap((target) => ('personId' in target ? target.personId : []))
  const known = await listDestinations(ctx, people)
  for (const [index, round] of rounds.entries()) {
    if (index < from) continue
    const all = round.flatMap((target): Destination[] =>
      'phoneNumber' in target ? [{ to: target.phoneNumber, personId: null }] : (known.get(target.personId) ?? []),
    )
    const once = new Map(all.map((destination) => [destination.to, destination]))
    once.delete(call.from)
    once.delete(call.to)
    if (once.size > 0) return { index, destinations: [...once.values()] }
  }
  return null
}
