import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { lockKeys } from '@/lib/db/lock-keys'
import type { Purpose } from '@/shared/permission/purpose'
import { gather } from './gather'
import { judge } from './judge'
import { keepVerdicts, type Judged } from './keep-verdicts'
import { priceOf } from './price-of'
import type { PermissionRequest, Question, Verdict } from './rule'
import { addSpent, periodsOf } from './spend'

/**
 * Whether something may go out now: the one question every text and call passes at the moment of sending. The verdict is kept, and what is
 * allowed counted, in the caller's transaction, or in one of its own.
 */
export async function permit(ctx: CoreContext, request: PermissionRequest, tx?: Transaction): Promise<Verdict> {
  const [verdict] = await permitMany(ctx, [request], tx)
  if (!verdict) throw new Error('a request got no verdict')
  return verdict
}

/** The same for many of one medium at one moment, in their order, each counting those before it: one read, one write. */
export async function permitMany(
  ctx: CoreContext,
  requests: readonly PermissionRequest[],
  tx?: Transaction,
): Promise<Verdict[]> {
  if (!tx) return ctx.database.transaction((own) => permitMany(ctx, requests, own))
  const [first, ...others] = requests
  if (!first) return []
  await takeTurns(tx, requests)
  const { questions, inForce } = await gather(ctx, tx.client, [first, ...others])
  const periods = periodsOf(first.at, inForce.rules)
  let judged = judgeInTurn(questions)
  const price = judged.reduce((sum, one) => sum + one.price, 0)
  if (price > 0) {
    const total = await addSpent(tx.client, periods, price)
    const before = { ...total, day: total.day - price, month: total.month - price }
    const [{ spent } = { spent: before }] = questions
    // Others have permitted something since we read; now the rows are ours, so what comes out is exact.
    if (before.day !== spent.day || before.month !== spent.month) {
      judged = judgeInTurn(questions.map((question) => ({ ...question, spent: before })))
      const exact = judged.reduce((sum, one) => sum + one.price, 0)
      if (exact !== price) await addSpent(tx.client, periods, exact - price)
    }
  }
  await keepVerdicts(ctx, tx, judged, inForce.version)
  return judged.map((one) => one.verdict)
}

/** Each question sees what those before it were allowed. */
function judgeInTurn(questions: readonly Question[]): Judged[] {
  let spent = 0
  const unprompted = new Map<string, Date[]>()
  return questions.map((asked) => {
    const { to } = asked.request
    const earlier = unprompted.get(to) ?? []
    const question = {
      ...asked,
      evidence: { ...asked.evidence, unprompted: [...earlier, ...asked.evidence.unprompted] },
      spent: { ...asked.spent, day: asked.spent.day + spent, month: asked.spent.month + spent },
    }
    const verdict = judge(question)
    const price = verdict.verdict === 'allowed' ? priceOf(asked.request, asked.rules) : 0
    spent += price
    if (verdict.verdict === 'allowed' && !asked.attended && !asked.prompted) {
      unprompted.set(to, [asked.request.at, ...earlier])
    }
    return { question, verdict, price }
  })
}

const byHand: readonly Purpose[] = ['manual', 'service', 'retry', 'scheduled']

/** Two automatic messages to one person at once would not see each other: they go one after the other, always in the same order. */
async function takeTurns(tx: Transaction, requests: readonly PermissionRequest[]) {
  const numbers = new Set(requests.filter(({ purpose }) => !byHand.includes(purpose)).map(({ to }) => to))
  if (numbers.size === 0) return
  await tx.client.query({
    name: 'take-turns',
    text: `select pg_advisory_xact_lock($1, key) from (
             select distinct hashtext(phone_number) as key from unnest($2::text[]) as asked (phone_number) order by 1) as keys`,
    values: [lockKeys.recipient, [...numbers]],
  })
}
