import { AiSettings, type AiSettingsInput } from '@/shared/schemas/suggestion'
import { request } from './request'

const root = '/api/twilio/ai-settings'

export function getAiSettings(signal?: AbortSignal) {
  return request(AiSettings, root, { signal })
}

export function updateAiSettings(input: AiSettingsInput) {
  return request(AiSettings, root, { method: 'PATCH', body: input })
}
