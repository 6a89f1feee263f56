import { z } from 'zod'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { FlowTestScript } from '@/shared/ivr/flow-test'
import {
  Flow,
  FlowActivity,
  FlowTest,
  FlowTestRun,
  FlowVersion,
  FlowVersionWithDefinition,
  FlowWithDraft,
} from '@/shared/schemas/flow'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const FlowPage = pageOf(Flow)
const root = '/api/twilio/ivr/flows'
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) })

export function listFlows(cursor: string | null, signal?: AbortSignal) {
  return request(FlowPage, root, { query: { limit: 50, cursor: cursor ?? undefined }, signal })
}

export function getFlow(id: string, signal?: AbortSignal) {
  return request(FlowWithDraft, `${root}/${id}`, { signal })
}

export type NewFlow = { name: string; definition?: FlowDefinition | undefined }
export function createFlow({ input, key }: { input: NewFlow; key: string }) {
  return request(FlowWithDraft, input.definition ? `${root}/import` : root, {
    method: 'POST',
    body: input,
    idempotencyKey: key,
  })
}

export function renameFlow({ id, name }: { id: string; name: string }) {
  return request(FlowWithDraft, `${root}/${id}`, { method: 'PATCH', body: { name } })
}

export function archiveFlow(id: string) {
  return request(z.unknown(), `${root}/${id}`, { method: 'DELETE' })
}

type Draft = { id: string; definition: FlowDefinition; revision: number }
export function saveFlowDraft({ id, ...body }: Draft, options: { keepalive?: boolean } = {}) {
  return request(FlowWithDraft, `${root}/${id}/draft`, { method: 'PUT', body, ...options })
}

export function publishFlow({ id, ...body }: { id: string; message: string; revision: number }) {
  return request(Flow, `${root}/${id}/publish`, { method: 'POST', body })
}

export function listFlowVersions(id: string, signal?: AbortSignal) {
  return request(listOf(FlowVersion), `${root}/${id}/versions`, { signal })
}

export function getFlowVersion(id: string, version: number, signal?: AbortSignal) {
  return request(FlowVersionWithDefinition, `${root}/${id}/versions/${version}`, { signal })
}

export function restoreFlowVersion({ id, version }: { id: string; version: number }) {
  return request(FlowWithDraft, `${root}/${id}/versions/${version}/restore`, { method: 'POST' })
}

export function listFlowTests(id: string, signal?: AbortSignal) {
  return request(listOf(FlowTest), `${root}/${id}/tests`, { signal })
}

export type FlowTestToSave = { flowId: string; id: string | null; name: string; script: FlowTestScript }
export function saveFlowTest({ flowId, id, ...body }: FlowTestToSave) {
  const path = `${root}/${flowId}/tests`
  return id === null
    ? request(FlowTest, path, { method: 'POST', body })
    : request(FlowTest, `${path}/${id}`, { method: 'PUT', body })
}

export function deleteFlowTest({ flowId, id }: { flowId: string; id: string }) {
  return request(z.unknown(), `${root}/${flowId}/tests/${id}`, { method: 'DELETE' })
}

export function runFlowTests({ id, definition }: { id: string; definition: FlowDefinition }) {
  return request(listOf(FlowTestRun), `${root}/${id}/tests/run`, { method: 'POST', body: { definition } })
}

export function getFlowActivity(id: string, signal?: AbortSignal) {
  return request(FlowActivity, `${root}/${id}/activity`, { signal })
}
