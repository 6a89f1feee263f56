import type { CoreContext } from '@/lib/context'
import { changeFlow } from '@/lib/services/ivr/change-flow'
import { ConflictError } from '@/shared/errors'

/** Puts a flow away: callers in it are served to the end, its log stays. ConflictError while a number is answered by it. */
export async function archiveFlow(ctx: CoreContext, { id }: { id: string }): Promise<void> {
  await changeFlow(ctx, { id, action: 'flow.archive' }, async (tx) => {
    const { rows } = await tx.client.query<{ phone_number: string }>({
      name: 'numbers-of-flow',
      text: `select phone_number from twilio_phone_numbers
             where released_at is null
               and (answer->>'flowId' = $1 or answer->>'textFlowId' = $1
                    or (answer->'closed'->>'next' = 'flow' and answer->'closed'->>'flowId' = $1)) limit 1`,
      values: [id],
    })
    if (rows[0])
      throw new ConflictError(`${rows[0].phone_number} is answered by this flow. Give it another answer first.`)
    return { archivedAt: ctx.clock.now() }
  })
}
