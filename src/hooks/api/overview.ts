import { Overview } from '@/shared/schemas/overview'
import { request } from './request'

/** Counts of now and of today, as the viewer's zone has it. */
export function getOverview(signal?: AbortSignal) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return request(Overview, '/api/twilio/overview', { query: { timeZone }, signal })
}
