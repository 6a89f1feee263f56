import { z } from 'zod'
import { Call, CallTimelineEntry, type CreateCallInput, type ListCallsQuery } from '@/shared/schemas/call'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

export type CallFilter = Partial<Pick<ListCallsQuery, 'status' | 'direction' | 'active' | 'phoneNumber'>>

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
  return request(Call, `${root}/${callSid}`, { method: 'PATCH', body: { status: 'completed' } })
}
