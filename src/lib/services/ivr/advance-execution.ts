import type { CoreContext } from '@/lib/context'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { enterSubflow } from '@/shared/ivr/enter-subflow'
import { type Execution } from '@/shared/ivr/execution'
import type { FlowRequest, Verb } from '@/shared/ivr/instruction'
import { step, type FlowInput, type Stepped } from '@/shared/ivr/step'
import type { ExecutionRow } from './execution-row'
import { findDefinition } from './find-definition'
import { findPublishedFlow } from './find-published-flow'
import { performRequest } from './perform-request'
import { writeExecution, type LoggedVisit } from './write-execution'

/** Somebody else went on from the same state of the run: what they made of it counts. */
export class OvertakenError extends Error {
  override name = 'OvertakenError'
}

/** How long what a flow asks for may take before somebody else may do it again. */
const workMilliseconds = 20_000

/** From one wait to the next, as the engine says; `render` makes the answer of a call, kept with it. */
export async function advanceExecution(
  ctx: CoreContext,
  row: ExecutionRow,
  input: FlowInput | 'redo',
  render?: (verbs: Verb[], row: ExecutionRow) => Promise<string>,
): Promise<ExecutionRow> {
  let current = row
  let visits: LoggedVisit[] = []
  let verbs: Verb[] = []
  let next: FlowInput | null = input === 'redo' ? null : input
  for (;;) {
    if (next) {
      const stepped = await stepOnce(ctx, current.execution, next)
      visits.push(...stepped.visits)
      verbs.push(...stepped.verbs)
      current = { ...current, execution: stepped.execution, pending: stepped.pending }
    }
    const { pending } = current
    if (pending?.wait === 'outer') {
      next = { input: 'outcome', outcome: 'answered', event: pending.event, outputs: pending.outputs }
    } else if (pending?.wait === 'request') {
      const { request } = pending
      if (request.request === 'subflow') {
        const entered = await begin(ctx, current.execution, request)
        current = { ...current, execution: entered ?? current.execution }
        next = entered ? { input: 'start' } : { input: 'outcome', outcome: 'answered', event: 'failed', outputs: {} }
        continue
      }
      const effectId = pending.effectId ?? uuidV7(ctx.clock.now())
      const workingUntil = new Date(ctx.clock.now().getTime() + workMilliseconds)
      current = await write(ctx, { ...current, pending: { ...pending, effectId }, workingUntil }, visits)
      visits = []
      const answer = await performRequest(ctx, current, request, effectId)
      current = { ...current, workingUntil: null }
      next = { input: 'outcome', outcome: 'answered', ...answer }
    } else {
      if (render) current = { ...current, document: await render(verbs, current), step: current.step + 1 }
      return write(ctx, { ...current, workingUntil: null }, visits)
    }
  }
}

async function write(ctx: CoreContext, row: ExecutionRow, visits: LoggedVisit[]): Promise<ExecutionRow> {
  if (!(await writeExecution(ctx, row, visits))) throw new OvertakenError('the run was taken on by somebody else')
  return { ...row, revision: row.revision + 1 }
}

async function stepOnce(ctx: CoreContext, execution: Execution, input: FlowInput) {
  const { flowId, version } = execution
  const definition = await findDefinition(ctx, { flowId, version })
  if (!definition) throw new Error(`version ${version} of flow ${flowId} does not exist`)
  const stepped: Stepped = step(definition, execution, input, ctx.clock.now())
  return { ...stepped, visits: stepped.visits.map((visit) => ({ ...visit, flowId, version })) }
}

async function begin(ctx: CoreContext, execution: Execution, request: Extract<FlowRequest, { request: 'subflow' }>) {
  const found = await findPublishedFlow(ctx, { flowSid: request.flowSid })
  return found && enterSubflow(execution, { flowId: found.flowId, version: found.version, data: request.parameters })
}
