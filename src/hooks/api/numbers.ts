import { z } from 'zod'
import {
  AvailableNumber,
  NumberUses,
  OurNumber,
  type AvailableNumbersQuery,
  type UpdateNumberInput,
} from '@/shared/schemas/number'
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

export function checkNumbers() {
  return request(NumberPage, `${root}/check`, { method: 'POST' })
}

export function repairNumber(id: string) {
  return request(OurNumber, `${root}/${id}/repair`, { method: 'POST' })
}

const Offers = z.object({ items: z.array(AvailableNumber) })

export function findAvailableNumbers(query: Partial<AvailableNumbersQuery>, signal?: AbortSignal) {
  return request(Offers, `${root}/available`, { query, signal })
}

export function buyNumber(phoneNumber: string) {
  return request(OurNumber, root, { method: 'POST', body: { phoneNumber } })
}

export function listUsesOfNumber(id: string, signal?: AbortSignal) {
  return request(NumberUses, `${root}/${id}/uses`, { signal })
}

export function releaseNumber({ id, ...query }: { id: string; confirm: string; force: boolean }) {
  return request(z.unknown(), `${root}/${id}`, { method: 'DELETE', query })
}
