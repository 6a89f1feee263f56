import type { CoreContext } from '@/lib/context'
import { noEvidence } from '@/lib/services/permission/evidence'
import { questionOf } from '@/lib/services/permission/gather'
import { getRules } from '@/lib/services/permission/get-rules'
import { judge } from '@/lib/services/permission/judge'
import { readEvidence } from '@/lib/services/permission/read-evidence'
import type { PermissionRequest } from '@/lib/services/permission/rule'
import { periodsOf } from '@/lib/services/permission/spend'
import type { PermissionRules } from '@/shared/schemas/permission-rules'
import type { RulesPreview } from '@/shared/schemas/permission'

type Sample = Pick<PermissionRequest, 'to' | 'from' | 'medium' | 'purpose' | 'at'> & {
  prompted: boolean
  by_job: boolean
  waits: boolean
}

/** How much of the past is asked again. */
const sampleSize = 500
const mostExamples = 8

/**
 * What other rules would change: the newest texts and calls of two weeks, and all that wait, judged by both, with what is known of the
 * recipients today. Money spent is left out.
 */
export async function previewRules(ctx: CoreContext, { rules }: { rules: PermissionRules }): Promise<RulesPreview> {
  const present = await getRules(ctx)
  const samples = await readSamples(ctx)
  const preview: RulesPreview = { asked: 0, waiting: 0, nowAllowed: 0, nowHeld: 0, nowRefused: 0, examples: [] }
  for (const medium of ['message', 'call'] as const) {
    const asked = samples.filter((sample) => sample.medium === medium)
    const phoneNumbers = asked.map((sample) => sample.to)
    const known = await readEvidence(ctx.database.pool, { phoneNumbers, medium, at: ctx.clock.now() })
    for (const sample of asked) {
      const all = known.get(sample.to) ?? noEvidence
      const evidence = { ...all, unprompted: all.unprompted.filter((sent) => sent < sample.at) }
      const judged = (by: PermissionRules) => {
        const spent = { day: 0, month: 0, ...periodsOfNothing(sample.at, by) }
        const question = questionOf({ actor: sample.by_job ? { type: 'job', task: '' } : { type: 'system' } }, sample, {
          evidence,
          rules: by,
          spent,
        })
        return judge({ ...question, prompted: sample.prompted || question.prompted })
      }
      const before = judged(present.rules)
      const after = judged(rules)
      preview.asked += 1
      if (sample.waits) preview.waiting += 1
      if (before.verdict === after.verdict) continue
      if (after.verdict === 'allowed') preview.nowAllowed += 1
      else if (after.verdict === 'held') preview.nowHeld += 1
      else preview.nowRefused += 1
      if (preview.examples.length >= mostExamples) continue
      preview.examples.push({
        to: sample.to,
        at: sample.at.toISOString(),
        purpose: sample.purpose,
        before: before.verdict,
        after: after.verdict,
        reason: 'reason' in after ? after.reason : null,
      })
    }
  }
  return preview
}

function periodsOfNothing(at: Date, rules: PermissionRules) {
  const { nextDay, nextMonth } = periodsOf(at, rules)
  return { nextDay, nextMonth }
}

/** By permission_verdicts_newest and scheduled_messages_open. */
async function readSamples(ctx: CoreContext): Promise<Sample[]> {
  const result = await ctx.database.pool.query<Sample>(
    `(select to_number as "to", from_number as "from", medium, purpose, at, prompted, actor like 'job:%' as by_job, false as waits
        from permission_verdicts where at > $1 order by at desc, id desc limit $2)
     union all
     (select to_number, from_number, 'message', purpose, send_at, false, true, true
        from scheduled_messages where status in ('scheduled', 'held', 'expired') order by send_at, id limit $2)`,
    [new Date(ctx.clock.now().getTime() - 14 * 24 * 60 * 60_000), sampleSize],
  )
  return result.rows
}
