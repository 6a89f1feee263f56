import { actorName, type CoreContext } from '@/lib/context'
import { changeFlow } from '@/lib/services/ivr/change-flow'
import { getFlowVersion } from '@/lib/services/ivr/get-flow-version'
import { toFlowWithDraft } from '@/lib/services/ivr/to-flow'

/** Makes an earlier version the draft; callers meet it when that is published. */
export async function restoreFlowVersion(ctx: CoreContext, { id, version }: { id: string; version: number }) {
  const { definition } = await getFlowVersion(ctx, { id, version })
  const written = await changeFlow(ctx, { id, action: 'flow.restore', details: { version } }, (_tx, row) => ({
    draft: definition,
    draftRevision: row.draftRevision + 1,
    draftSavedBy: actorName(ctx.actor),
    draftSavedAt: ctx.clock.now(),
  }))
  return toFlowWithDraft(written)
}
