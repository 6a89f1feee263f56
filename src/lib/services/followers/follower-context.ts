import type { CoreContext, Essentials } from '@/lib/context'
import type { Follower } from './follower'

/** What a follower's effects are written as. */
export function followerContext(essentials: Essentials, follower: Follower): CoreContext {
  return {
    ...essentials,
    actor: { type: 'job', task: `follow:${follower.name}` },
    requestId: `follow-${follower.name}`,
  }
}
