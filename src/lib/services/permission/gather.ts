import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import type { Purpose } from '@/shared/permission/purpose'
import { noEvidence, type Evidence } from './evidence'
import { getRules, type RulesInForce } from './get-rules'
import { zoneEvidenceOf } from './quiet-hours/places-of'
import { readEvidence } from './read-evidence'
import type { PermissionRequest, Question, Spent } from './rule'
import { periodsOf, readSpent } from './spend'

const directPurposes: readonly Purpose[] = ['manual', 'service']

/** The questions that requests of one medium and moment come to, and the rules they are judged by. */
export async function gather(
  ctx: Pick<CoreContext, 'database' | 'actor'>,
  client: Pick<Transaction['client'], 'query'>,
  requests: readonly [PermissionRequest, ...PermissionRequest[]],
): Promise<{ questions: Question[]; inForce: RulesInForce }> {
  const inForce = await getRules(ctx, client)
  const [{ medium, at }] = requests
  const evidence = await readEvidence(client, { phoneNumbers: requests.map((request) => request.to), medium, at })
  const spent = await readSpent(client, periodsOf(at, inForce.rules))
  const questions = requests.map((request) =>
    questionOf(ctx, request, { evidence: evidence.get(request.to) ?? noEvidence, rules: inForce.rules, spent }),
  )
  return { questions, inForce }
}

/** One question, from what is known. */
export function questionOf(
  ctx: Pick<CoreContext, 'actor'>,
  request: PermissionRequest,
  known: { evidence: Evidence; rules: RulesInForce['rules']; spent: Spent },
): Question {
  const { evidence, rules } = known
  // A retry asked for by a person is theirs; one that comes round by itself hours later is not.
  const attended = directPurposes.includes(request.purpose) || (request.purpose === 'retry' && ctx.actor.type !== 'job')
  const heard = evidence.lastTextFromThem?.getTime() ?? -Infinity
  return {
    ...known,
    request,
    attended,
    prompted: request.medium === 'message' && request.at.getTime() - heard <= rules.promptMinutes * 60_000,
    zones: zoneEvidenceOf(request.to, evidence.contact),
  }
}
