import type { ivrFlows, ivrFlowVersions } from '@/lib/db/schema/flows'
import { FlowDefinition } from '@/shared/ivr/definition'
import type { Flow, FlowVersion, FlowWithDraft } from '@/shared/schemas/flow'

type FlowRow = typeof ivrFlows.$inferSelect

/** A row of ivr_flows as lists show it. */
export function toFlow(row: Omit<FlowRow, 'draft' | 'archivedAt'>): Flow {
  return {
    id: row.id,
    name: row.name,
    flowSid: row.flowSid,
    draftRevision: row.draftRevision,
    draftSavedBy: row.draftSavedBy,
    draftSavedAt: row.draftSavedAt.toISOString(),
    publishedVersion: row.publishedVersion,
    createdAt: row.createdAt.toISOString(),
  }
}

export function toFlowWithDraft(row: FlowRow): FlowWithDraft {
  return { ...toFlow(row), draft: FlowDefinition.parse(row.draft) }
}

export function toFlowVersion(row: Omit<typeof ivrFlowVersions.$inferSelect, 'definition'>): FlowVersion {
  return {
    flowId: row.flowId,
    version: row.version,
    message: row.message,
    publishedBy: row.publishedBy,
    publishedAt: row.publishedAt.toISOString(),
  }
}
