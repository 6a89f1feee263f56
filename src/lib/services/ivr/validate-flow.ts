import type { CoreContext } from '@/lib/context'
import { getFlow } from '@/lib/services/ivr/get-flow'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { FlowIssue } from '@/shared/ivr/lint/flow-issue'
import { lintFlow } from '@/shared/ivr/lint/lint-flow'

/** What is wrong with a flow's draft, or the definition that is given. */
export async function validateFlow(
  ctx: Pick<CoreContext, 'database'>,
  input: { id: string; definition?: FlowDefinition | undefined },
): Promise<FlowIssue[]> {
  return lintFlow(input.definition ?? (await getFlow(ctx, input)).draft)
}
