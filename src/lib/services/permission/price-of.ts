import { placeOfNumber } from '@/shared/places/place-of-number'
import type { PermissionRules } from '@/shared/schemas/permission-rules'
import type { PermissionRequest } from './rule'

const million = 1_000_000

/** What something costs by the prices in the rules, in millionths of their currency. */
export function priceOf(request: PermissionRequest, { spend }: Pick<PermissionRules, 'spend'>): number {
  if (request.medium === 'call') return Math.round(spend.pricePerCallMinute * spend.expectedCallMinutes * million)
  if (request.hasMedia) return Math.round(spend.pricePerPictureText * million)
  const country = placeOfNumber(request.to).country ?? ''
  const price = spend.pricePerSegmentIn[country] ?? spend.pricePerSegment
  return Math.round(price * (request.segments ?? 1) * million)
}
