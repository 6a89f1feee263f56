import type { CoreContext } from '@/lib/context'
import { FlowDefinition } from '@/shared/ivr/definition'

export type PublishedFlow = { flowId: string; flowSid: string; version: number; definition: FlowDefinition }

type Row = { flow_id: string; flow_sid: string; version: number; definition: unknown }

/** The newest published version of a flow, by its id or SID; null when it has none or was put away. */
export async function findPublishedFlow(
  ctx: Pick<CoreContext, 'database'>,
  by: { flowId: string } | { flowSid: string },
): Promise<PublishedFlow | null> {
  const column = 'flowId' in by ? 'id' : 'flow_sid'
  const { rows } = await ctx.database.pool.query<Row>({
    name: `published-flow-by-${column}`,
    text: `select flow.id as flow_id, flow.flow_sid, version.version, version.definition
           from ivr_flows flow join ivr_flow_versions version on version.flow_id = flow.id and version.version = flow.published_version
           where flow.${column} = $1 and flow.archived_at is null`,
    values: ['flowId' in by ? by.flowId : by.flowSid],
  })
  const row = rows[0]
  if (!row) return null
  return {
    flowId: row.flow_id,
    flowSid: row.flow_sid,
    version: row.version,
    definition: FlowDefinition.parse(row.definition),
  }
}
