import { countSegments } from '@/shared/messages/count-segments'
import type { Purpose } from '@/shared/permission/purpose'
import type { PermissionRequest } from './rule'

type Text = { to: string; from: string; body: string; mediaUrls?: readonly string[] }

/** What is asked of `permit` for a text. */
export function requestFor(text: Text, purpose: Purpose, at: Date): PermissionRequest {
  return {
    to: text.to,
    from: text.from,
    medium: 'message',
    purpose,
    at,
    body: text.body,
    segments: countSegments(text.body).segments,
    hasMedia: (text.mediaUrls?.length ?? 0) > 0,
  }
}
