import type { z } from 'zod'
import { Call } from '@/shared/schemas/call'
import { pageOf } from '@/shared/schemas/page'
import {
  Recording,
  RecordingDeletionReceipt,
  RecordingLink,
  type ChangeRecordingInput,
  type ListRecordingsQuery,
  type StartRecordingInput,
} from '@/shared/schemas/recording'
import { request } from './request'

export type RecordingFilter = Partial<
  Pick<ListRecordingsQuery, 'callSid' | 'phoneNumber' | 'q' | 'kind' | 'from' | 'to'>
>

const RecordingPage = pageOf(Recording)
export type RecordingPage = z.infer<typeof RecordingPage>

const root = '/api/twilio/recordings'

export function listRecordings(
  { limit = 200, ...filter }: RecordingFilter & { cursor?: string; limit?: number },
  signal?: AbortSignal,
) {
  return request(RecordingPage, root, { query: { ...filter, limit }, signal })
}

export function makeRecordingLink(recordingSid: string) {
  return request(RecordingLink, `${root}/${recordingSid}/media-link`, { method: 'POST' })
}

export function deleteRecording(recordingSid: string) {
  return request(RecordingDeletionReceipt, `${root}/${recordingSid}`, { method: 'DELETE' })
}

export function startCallRecording(callSid: string, input: StartRecordingInput) {
  return request(Call, `/api/twilio/calls/${callSid}/recording`, { method: 'POST', body: input })
}

export function changeCallRecording(callSid: string, input: ChangeRecordingInput) {
  return request(Call, `/api/twilio/calls/${callSid}/recording`, { method: 'PATCH', body: input })
}
