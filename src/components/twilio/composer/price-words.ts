import { countSegments } from '@/shared/messages/count-segments'
import type { PermissionAnswer } from '@/shared/schemas/permission'
import { formatPrice } from '../format/format-price'

/** What a text costs by the last answer's price, scaled to the segments it has grown to since. */
export function priceWords({ price, segments, currency }: PermissionAnswer, body: string, hasMedia: boolean) {
  if (hasMedia) return `${formatPrice(price, currency)} with files`
  return formatPrice((price / segments) * countSegments(body).segments, currency)
}
