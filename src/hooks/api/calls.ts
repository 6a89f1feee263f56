import { z } from 'zod'
import {
  Call,
  CallTimelineEntry,
  type CreateCallInput,
  type ListCallsQuery,
  type UpdateCallInput,
} from '@/shared/schemas/call'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

export type CallFilter = Partial<Pick<ListCallsQuery, 'status' | 'direction' | 'missed' | 'active' | 'phoneNumber'>>

const CallPage = pageOf(Call)
export type CallPage = z.infer<typeof CallPage>

export const CallWithTimeline = z.object({ items: z.array(CallTimelineEntry) })

const root = '/api/twilio/calls'

export function listCalls(
  filter: CallFilter & { legs?: boolean; cursor?: string; limit?: number },
  signal?: AbortSignal,
) {
  return request(CallPage, root, { query: filter, signal })
}

export function getCall(callSid: string, signal?: AbortSignal) {
  return request(Call, `${root}/${callSid}`, { signal })
}

export function getCallTimeline(callSid: string, signal?: AbortSignal) {
  return request(CallWithTimeline, `${root}/${callSid}/timeline`, { signal })
}

export function placeCall(input: CreateCallInput, idempotencyKey: string) {
  return request(Call, root, { method: 'POST', body: input, idempotencyKey })
}

export function hangUpCall(callSid: string) {
  return changeCall({ callSid, change: { status: 'completed' } })
}

export function changeCall({ callSid, change }: { callSid: string; change: UpdateCallInput }) {
  return request(Call, `${root}/${callSid}`, { method: 'PATCH', body: change })
}

export function beginConsultation({ callSid, to }: { callSid: string; to: string }) {
  return request(Call, `${root}/${callSid}/consultation`, { method: 'POST', body: { to } })
}

export function completeConsultation(callSid: string) {
  return request(Call, `${root}/${callSid}/consultation/complete`, { method: 'POST' })
}

export function cancelConsultation(callSid: string) {
  return request(Call, `${root}/${callSid}/consultation`, { method: 'DELETE' })
}
