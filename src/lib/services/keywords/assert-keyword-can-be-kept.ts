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
  // What was put away meanwhile must not keep a rule from being switched off.
  const answers = rule.enabled ? [rule.replyTemplateId, rule.flowId] : [null, null]
  const found = await tx.client.query<{
    number: boolean
    person: boolean
    template: boolean
    flow: boolean
    published: boolean
  }>({
    name: 'what-a-keyword-names',
    text: `select $1::text is null or $1 = $3 or exists (select from twilio_phone_numbers where phone_number = $1 and released_at is null) as number,
                  $2::text is null or exists (select from users where id::text = $2 and not disabled)
                    or exists (select from host_people where id::text = $2) as person,
                  $4::uuid is null or exists (select from sms_templates where id = $4 and archived_at is null) as template,
                  $5::uuid is null or exists (select from ivr_flows where id = $5 and archived_at is null) as flow,
                  $5::uuid is null or exists (select from ivr_flows where id = $5 and published_version is not null) as published`,
    values: [rule.ourNumber, rule.assignTo, ctx.config.twilio.phoneNumber, ...answers],
  })
  if (!found.rows[0]?.number) return { path: 'ourNumber', message: 'This is none of our numbers.' }
  if (!found.rows[0].person) return { path: 'assignTo', message: 'There is no such person to give conversations to.' }
  if (!found.rows[0].template) return { path: 'replyTemplateId', message: 'There is no such template.' }
  if (!found.rows[0].flow) return { path: 'flowId', message: 'There is no such flow.' }
  if (!found.rows[0].published) return { path: 'flowId', message: 'This flow is not published yet. Publish it first.' }
  return null
}
