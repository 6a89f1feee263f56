import { CallSettingsAnswer, type SaveCallSettingsInput } from '@/shared/schemas/call-settings'
import { request } from './request'

const root = '/api/twilio/call-settings'

export function getCallSettings(signal?: AbortSignal) {
  return request(CallSettingsAnswer, root, { signal })
}

export function saveCallSettings(input: SaveCallSettingsInput) {
  return request(CallSettingsAnswer, root, { method: 'PUT', body: input })
}
