import { actorName, type CoreContext } from '@/lib/context'
import { changeFlow } from '@/lib/services/ivr/change-flow'
import { draftConflict } from '@/lib/services/ivr/draft-conflict'
import { toFlowWithDraft } from '@/lib/services/ivr/to-flow'
import type { FlowDefinition } from '@/shared/ivr/definition'

/** Keeps a draft. ConflictError, saying who and when, when somebody saved since `revision` was read: nothing is overwritten unseen. */
export async function saveDraft(ctx: CoreContext, input: { id: string; definition: FlowDefinition; revision: number }) {
  const written = await changeFlow(ctx, { id: input.id, action: 'flow.save' }, (_tx, row) => {
    if (row.draftRevision !== input.revision) throw draftConflict(row)
    return {
      draft: input.definition,
      draftRevision: row.draftRevision + 1,
      draftSavedBy: actorName(ctx.actor),
      draftSavedAt: ctx.clock.now(),
    }
  })
  return toFlowWithDraft(written)
}
