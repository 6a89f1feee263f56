import { z } from 'zod'
import { ApiKey, CreatedApiKey, type NewApiKey } from '@/shared/schemas/api-key'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const ApiKeyPage = pageOf(ApiKey)
const root = '/api/twilio/api-keys'

export function listApiKeys(signal?: AbortSignal) {
  return request(ApiKeyPage, root, { query: { limit: 200 }, signal })
}

export function createApiKey(input: NewApiKey) {
  return request(CreatedApiKey, root, { method: 'POST', body: input })
}

export function revokeApiKey(id: string) {
  return request(z.null(), `${root}/${id}`, { method: 'DELETE' })
}
