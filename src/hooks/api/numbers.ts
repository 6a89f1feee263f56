import { OurNumber, type UpdateNumberInput } from '@/shared/schemas/number'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const NumberPage = pageOf(OurNumber)
const root = '/api/twilio/numbers'

export function listNumbers(signal?: AbortSignal) {
  return request(NumberPage, root, { signal })
}

export function updateNumber(id: string, input: UpdateNumberInput) {
  return request(OurNumber, `${root}/${id}`, { method: 'PATCH', body: input })
}
