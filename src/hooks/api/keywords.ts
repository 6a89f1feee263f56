import { z } from 'zod'
import {
  AutomaticReplyItem,
  Keyword,
  KeywordTest,
  type ChangeKeywordInput,
  type SaveKeywordInput,
} from '@/shared/schemas/keyword'
import { Colleague } from '@/shared/schemas/conversation'
import { Flow } from '@/shared/schemas/flow'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const KeywordPage = pageOf(Keyword)
const ReplyPage = pageOf(AutomaticReplyItem)
const root = '/api/twilio/sms/keywords'

export function listKeywords(signal?: AbortSignal) {
  return request(KeywordPage, root, { signal })
}

export function listAutomaticReplies(signal?: AbortSignal) {
  return request(ReplyPage, `${root}/replies`, { query: { limit: 10 }, signal })
}

/** Adds a rule, or changes the one with this id. */
export function saveKeyword({ id, input }: { id: string | null; input: SaveKeywordInput }) {
  return id === null
    ? request(Keyword, root, { method: 'POST', body: input })
    : request(Keyword, `${root}/${id}`, { method: 'PATCH', body: input })
}

export function changeKeyword({ id, change }: { id: string; change: ChangeKeywordInput }) {
  return request(Keyword, `${root}/${id}`, { method: 'PATCH', body: change })
}

export function deleteKeyword(id: string) {
  return request(z.unknown(), `${root}/${id}`, { method: 'DELETE' })
}

export function orderKeywords(ids: string[]) {
  return request(z.object({ items: z.array(Keyword) }), `${root}/order`, { method: 'POST', body: { ids } })
}

export function testKeywords(body: string) {
  return request(KeywordTest, `${root}/test`, { method: 'POST', body: { body } })
}

/** Flows that a text can start: the published ones, by name. */
export async function listStartableFlows(signal?: AbortSignal) {
  const page = await request(pageOf(Flow), '/api/twilio/ivr/flows', { query: { limit: 200 }, signal })
  return page.items.filter((flow) => flow.publishedVersion !== null)
}

/** Who can be given a conversation. */
export async function listAssignable(signal?: AbortSignal) {
  const answer = await request(z.object({ items: z.array(Colleague) }), '/api/twilio/messages/colleagues', { signal })
  return answer.items
}
