import type { CoreContext } from '@/lib/context'

/** The flow that answers texts to one of our numbers; null: none. By the unique index on the number. */
export async function findTextFlow(
  ctx: Pick<CoreContext, 'database'>,
  { ourNumber }: { ourNumber: string },
): Promise<string | null> {
  const { rows } = await ctx.database.pool.query<{ flow_id: string | null }>({
    name: 'text-flow-of-number',
    text: `select answer->>'textFlowId' as flow_id from twilio_phone_numbers where phone_number = $1`,
    values: [ourNumber],
  })
  return rows[0]?.flow_id ?? null
}
