import { z } from 'zod'
import { pageOf } from '@/shared/schemas/page'
import { Recovery } from '@/shared/schemas/recovery'
import { request } from './request'

const RecoveryPage = pageOf(Recovery)
const root = '/api/twilio/recoveries'

export function listRecoveries(signal?: AbortSignal) {
  return request(RecoveryPage, root, { signal })
}

export function dismissRecovery(id: string) {
  return request(z.unknown(), `${root}/${id}/dismiss`, { method: 'POST' })
}
