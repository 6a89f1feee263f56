import type { CoreContext } from '@/lib/context'
import { renderFlow, renderFlowWait } from '@/lib/twilio/twiml/render-flow'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { FlowInput } from '@/shared/ivr/step'
import { advanceExecution, OvertakenError } from './advance-execution'
import type { ExecutionRow } from './execution-row'
import { findExecution } from './find-execution'
import { withNotice } from './with-notice'
import { rememberExecution } from './recent-executions'

/** Twilio gives up at 4.5 s: who asked is told before that to ask again. */
const answerWithinMilliseconds = 3_000

/**
 * The next document of a call in a flow. `step` is how many documents the one that asks had been given: asked again for one that was given,
 * it is given again. What takes longer goes on while the caller waits.
 */
export async function answerFlow(ctx: CoreContext, row: ExecutionRow, input: FlowInput, step: number): Promise<string> {
  if (row.step !== step && row.document !== null) return row.document
  const wait = () => renderFlowWait(executeUrl(ctx, row.id, step))
  const isAtWork = row.workingUntil !== null && row.workingUntil > ctx.clock.now()
  if (isAtWork) return wait()
  // A request that was left undone is made again, under its id, before anything else.
  const next = row.pending?.wait === 'request' ? ('redo' as const) : inputFor(row, input)
  const work = advanceExecution(ctx, row, next, async (verbs, { id, step, pending, callSid }) =>
    renderFlow(ctx.config, await withNotice(ctx, { callSid, verbs }), {
      next: executeUrl(ctx, id, step + 1),
      isOver: pending === null,
    }),
  ).then(
    (written) => {
      rememberExecution(ctx, written)
      return written.document ?? wait()
    },
    async (error: unknown) => {
      if (!(error instanceof OvertakenError)) throw error
      const now = await findExecution(ctx, { id: row.id })
      return now && now.step > step && now.document !== null ? now.document : wait()
    },
  )
  return firstOf(work, wait)
}

/** What Twilio reports counts only for a state that waits for a report. */
function inputFor(row: ExecutionRow, input: FlowInput): FlowInput {
  return row.pending?.wait === 'return' ? { input: 'returned' } : input
}

async function firstOf(work: Promise<string>, wait: () => string): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(wait()), answerWithinMilliseconds)
  })
  // Whoever asks next finds what came of it, or does it again.
  work.catch(() => undefined)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function executeUrl(ctx: CoreContext, id: string, step: number) {
  return webhookUrl(ctx.config, '/api/twilio/ivr/execute', { execution: id, step: String(step) })
}
