import type { z } from 'zod'
import { OptOut, OptOutImport, type RecordOptOutInput } from '@/shared/schemas/opt-out'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const OptOutPage = pageOf(OptOut)
const root = '/api/twilio/sms/opt-outs'

export function listOptOuts(query: { phoneNumber?: string; cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request(OptOutPage, root, { query, signal })
}

export function recordOptOut(input: z.input<typeof RecordOptOutInput>, idempotencyKey: string) {
  return request(OptOut, root, { method: 'POST', body: input, idempotencyKey })
}

export function importOptOuts(csv: string) {
  return request(OptOutImport, `${root}/import`, { method: 'POST', csv })
}

/** Where the browser saves the ledger from: all of it, or one number's. */
export function optOutsExportAddress(phoneNumber: string | null) {
  return phoneNumber === null ? `${root}/export` : `${root}/export?phoneNumber=${encodeURIComponent(phoneNumber)}`
}
