import { CallRetry } from '@/shared/schemas/call-retry'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const root = '/api/twilio/calls/retries'
const CallRetryPage = pageOf(CallRetry)

export type CallRetryFilter = { open: boolean; phoneNumber?: string }

export function listCallRetries(filter: CallRetryFilter, signal?: AbortSignal) {
  return request(CallRetryPage, root, { query: { ...filter, limit: 100 }, signal })
}

export function cancelCallRetry(id: string) {
  return request(CallRetry, `${root}/${id}`, { method: 'DELETE' })
}
