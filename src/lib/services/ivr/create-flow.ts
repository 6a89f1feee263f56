import { eq } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import { ivrFlows } from '@/lib/db/schema/flows'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { announceFlow } from '@/lib/services/ivr/announce-flow'
import { toFlowWithDraft } from '@/lib/services/ivr/to-flow'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { FlowDefinition } from '@/shared/ivr/definition'
import type { FlowWithDraft } from '@/shared/schemas/flow'

/** A caller is greeted; the rest is the designer's. */
const emptyFlow = FlowDefinition.parse({
  description: '',
  states: [
    {
      name: 'Trigger',
      type: 'trigger',
      transitions: [
        { event: 'incomingCall', next: 'welcome' },
        { event: 'incomingMessage' },
        { event: 'incomingRequest' },
      ],
      properties: { offset: { x: 0, y: 0 } },
    },
    {
      name: 'welcome',
      type: 'say-play',
      transitions: [{ event: 'audioComplete' }],
      properties: { say: 'Thank you for calling.', loop: 1, offset: { x: 380, y: 0 } },
    },
  ],
  initial_state: 'Trigger',
  flags: { allow_concurrent_calls: true },
})

/** Makes a flow with a draft; the same id twice is the same flow. */
export async function createFlow(
  ctx: CoreContext,
  input: { name: string; definition?: FlowDefinition | undefined; id?: string },
): Promise<FlowWithDraft> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const id = input.id ?? uuidV7(at)
    const [written] = await tx.drizzle
      .insert(ivrFlows)
      .values({
        id,
        name: input.name,
        flowSid: `FW${id.replaceAll('-', '')}`,
        draft: input.definition ?? emptyFlow,
        draftRevision: 0,
        draftSavedBy: actorName(ctx.actor),
        draftSavedAt: at,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning()
    if (!written) {
      const [present] = await tx.drizzle.select().from(ivrFlows).where(eq(ivrFlows.id, id))
      if (!present) throw new Error('the flow was not written')
      return toFlowWithDraft(present)
    }
    await recordAudit(ctx, tx, { action: 'flow.create', subject: id, details: { name: input.name } })
    await announceFlow(ctx, tx, written)
    return toFlowWithDraft(written)
  })
}
