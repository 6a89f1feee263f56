import type { CoreContext } from '@/lib/context'
import { changeFlow } from '@/lib/services/ivr/change-flow'
import { toFlowWithDraft } from '@/lib/services/ivr/to-flow'

export async function renameFlow(ctx: CoreContext, { id, name }: { id: string; name: string }) {
  return toFlowWithDraft(await changeFlow(ctx, { id, action: 'flow.rename', details: { name } }, () => ({ name })))
}
