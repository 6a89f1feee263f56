import { z } from 'zod'
import { FailedOperation } from '@/shared/schemas/operation'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const OperationPage = pageOf(FailedOperation)
const root = '/api/twilio/operations'

export function listOperations(query: { open?: boolean; cursor?: string }, signal?: AbortSignal) {
  return request(OperationPage, root, { query, signal })
}

export function settleOperation({ id, how }: { id: string; how: 'retry' | 'dismiss' }) {
  return request(z.unknown(), `${root}/${id}/${how}`, { method: 'POST' })
}
