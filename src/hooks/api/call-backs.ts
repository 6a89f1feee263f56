import { CallBack, type UpdateCallBackInput } from '@/shared/schemas/call-back'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const root = '/api/twilio/call-backs'
const CallBackPage = pageOf(CallBack)

export function listCallBacks(open: boolean, signal?: AbortSignal) {
  return request(CallBackPage, root, { query: { open, limit: 100 }, signal })
}

export function updateCallBack({ id, change }: { id: string; change: UpdateCallBackInput }) {
  return request(CallBack, `${root}/${id}`, { method: 'PATCH', body: change })
}
