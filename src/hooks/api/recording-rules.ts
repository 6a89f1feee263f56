import { RecordingRulesAnswer, type SaveRecordingRulesInput } from '@/shared/schemas/recording-rules'
import { request } from './request'

const root = '/api/twilio/recording-rules'

export function getRecordingRules(signal?: AbortSignal) {
  return request(RecordingRulesAnswer, root, { signal })
}

export function saveRecordingRules(input: SaveRecordingRulesInput) {
  return request(RecordingRulesAnswer, root, { method: 'PUT', body: input })
}
