import { OptOutSuggestion } from '@/shared/schemas/opt-out-suggestion'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const SuggestionPage = pageOf(OptOutSuggestion)
const root = '/api/twilio/sms/opt-outs/suggestions'

export function listOpenRefusals(phoneNumber: string, signal?: AbortSignal) {
  return request(SuggestionPage, root, { query: { status: 'open', phoneNumber }, signal })
}

export function listWaitingRefusals(signal?: AbortSignal) {
  return request(SuggestionPage, root, { query: { status: 'open', limit: 100 }, signal })
}

export function settleRefusal({ id, verb }: { id: string; verb: 'confirm' | 'dismiss' }) {
  return request(OptOutSuggestion, `${root}/${id}/${verb}`, { method: 'POST' })
}
