import type { CoreContext } from '@/lib/context'
import { FlowDefinition } from '@/shared/ivr/definition'

/** Versions never change, so what was read and checked once is kept while it is used. */
const known = new Map<string, FlowDefinition>()
const mostKnown = 200

/** A published version's definition, by the primary key; null when it does not exist. */
export async function findDefinition(
  ctx: Pick<CoreContext, 'database'>,
  { flowId, version }: { flowId: string; version: number },
): Promise<FlowDefinition | null> {
  const key = `${flowId} ${version}`
  const present = known.get(key)
  if (present) return present
  const { rows } = await ctx.database.pool.query<{ definition: unknown }>({
    name: 'flow-definition',
    text: 'select definition from ivr_flow_versions where flow_id = $1 and version = $2',
    values: [flowId, version],
  })
  const row = rows[0]
  if (!row) return null
  const definition = FlowDefinition.parse(row.definition)
  known.set(key, definition)
  const oldest = known.keys().next()
  if (known.size > mostKnown && !oldest.done) known.delete(oldest.value)
  return definition
}
