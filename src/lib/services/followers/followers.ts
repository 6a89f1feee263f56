import { followCallBacks } from '@/lib/services/call-backs/follow-call-backs'
import { followUnreached } from '@/lib/services/call-retries/follow-unreached'
import { followInbox } from '@/lib/services/conversations/follow-inbox'
import { followInboundTexts } from '@/lib/services/inbound-texts/follow-inbound-texts'
import { followFlows } from '@/lib/services/ivr/follow-flows'
import { keepMedia } from '@/lib/services/media/keep-media'
import { markMissedCalls } from '@/lib/services/missed-calls/mark-missed-calls'
import { followMissedCalls } from '@/lib/services/missed-calls/follow-missed-calls'
import { followLineTypes } from '@/lib/services/permission/follow-line-types'
import { followRunningRecordings } from '@/lib/services/recordings/follow-running-recordings'
import { keepRecordings } from '@/lib/services/recordings/keep-recordings'
import { followRooms } from '@/lib/services/rooms/follow-rooms'
import type { Follower } from './follower'

/**
 * Everything that follows from events. A name is its cursor's key: a renamed follower begins anew at the end of the log. One that is new
 * begins there too, unless its migration wrote its row.
 */
export const followers: readonly Follower[] = [
  followInbox,
  followInboundTexts,
  followFlows,
  keepMedia,
  followMissedCalls,
  markMissedCalls,
  followUnreached,
  followCallBacks,
  keepRecordings,
  followRooms,
  followRunningRecordings,
  followLineTypes,
]
