import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { InvalidError } from '@/shared/errors'
import { keywordProblem } from '@/shared/keywords/keyword-problem'
import type { SaveKeywordInput } from '@/shared/schemas/keyword'

/** Throws InvalidError with a sentence and the field to mend. */
export async function assertKeywordCanBeKept(ctx: CoreContext, tx: Transaction, rule: SaveKeywordInput): Promise<void> {
  const problem = keywordProblem(rule) ?? (await missing(ctx, tx, rule))
  if (problem)
    throw new InvalidError(`${problem.path}: ${problem.message}`, [{ path: [problem.path], message: problem.message }])
}

async function missing(ctx: CoreContext, tx: Transaction, rule: SaveKeywordInput) {
  if (rule.flowId !== null) {
    return { path: 'flowId', message: 'A text cannot start a flow yet. Leave this empty.' }
  }
  if (rule.replyTemplateId !== null) {
    return { path: 'replyTemplateId', message: 'A rule cannot use a template yet. Write the reply here.' }
  }
  const found = await tx.client.query<{ number: boolean; person: boolean }>({
    name: 'what-a-keyword-names',
    text: `select $1::text is null or $1 = $3 or exists (select from twilio_phone_numbers where phone_number = $1) as number,
                  $2::text is null or exists (select from users where id::text = $2 and not disabled)
                    or exists (select from host_people where id::text = $2) as person`,
    values: [rule.ourNumber, rule.assignTo, ctx.config.twilio.phoneNumber],
  })
  if (!found.rows[0]?.number) return { path: 'ourNumber', message: 'This is none of our numbers.' }
  if (!found.rows[0].person) return { path: 'assignTo', message: 'There is no such person to give conversations to.' }
  return null
}
