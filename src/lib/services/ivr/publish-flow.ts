import { actorName, type CoreContext } from '@/lib/context'
import { ivrFlowVersions } from '@/lib/db/schema/flows'
import { changeFlow } from '@/lib/services/ivr/change-flow'
import { draftConflict } from '@/lib/services/ivr/draft-conflict'
import { runFlowTests } from '@/lib/services/ivr/run-flow-tests'
import { toFlow } from '@/lib/services/ivr/to-flow'
import { InvalidError } from '@/shared/errors'
import { FlowDefinition } from '@/shared/ivr/definition'
import { lintFlow } from '@/shared/ivr/lint/lint-flow'
import type { Flow } from '@/shared/schemas/flow'

/**
 * Makes the draft the newest version, which calls that begin from now on are answered by. InvalidError, with what is wrong, when it has an
 * error or one of its tests fails; ConflictError when the draft is not the one that was looked at.
 */
export async function publishFlow(
  ctx: CoreContext,
  input: { id: string; message: string; revision: number },
): Promise<Flow> {
  const written = await changeFlow(ctx, { id: input.id, action: 'flow.publish' }, async (tx, row) => {
    if (row.draftRevision !== input.revision) throw draftConflict(row)
    const definition = FlowDefinition.parse(row.draft)
    const errors = lintFlow(definition).filter(({ level }) => level === 'error')
    if (errors[0]) throw new InvalidError(`This flow cannot be published: ${errors[0].message}`, { issues: errors })
    const failed = (await runFlowTests(ctx, { flowId: row.id, definition })).filter(({ passed }) => !passed)
    if (failed[0]) throw new InvalidError(`The test “${failed[0].name}” fails: ${failed[0].reason}`, { tests: failed })
    const version = (row.publishedVersion ?? 0) + 1
    await tx.drizzle.insert(ivrFlowVersions).values({
      flowId: row.id,
      version,
      definition: row.draft,
      message: input.message,
      publishedBy: actorName(ctx.actor),
      publishedAt: ctx.clock.now(),
    })
    return { publishedVersion: version }
  })
  return toFlow(written)
}
