import type { z } from 'zod'
import { CallBack, type CreateCallBackInput, type UpdateCallBackInput } from '@/shared/schemas/call-back'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const root = '/api/twilio/call-backs'
const CallBackPage = pageOf(CallBack)

export function listCallBacks(open: boolean, signal?: AbortSignal) {
  return request(CallBackPage, root, { query: { open, limit: 100 }, signal })
}

export type NewCallBack = z.input<typeof CreateCallBackInput>

/** Asked twice, it is the same one: who waits for a call already waits for this one. */
export function addCallBack(input: NewCallBack) {
  return request(CallBack, root, { method: 'POST', body: input })
}

export function updateCallBack({ id, change }: { id: string; change: UpdateCallBackInput }) {
  return request(CallBack, `${root}/${id}`, { method: 'PATCH', body: change })
}
