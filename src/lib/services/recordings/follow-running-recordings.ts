import { defineFollower } from '@/lib/services/followers/follower'
import { showOnCalls } from './show-on-calls'

/** Calls say whether they are being recorded. */
export const followRunningRecordings = defineFollower({
  name: 'running-recordings',
  types: ['recording.changed', 'recording.completed'],
  handle: (ctx, tx, events) =>
    showOnCalls(tx, ctx.clock.now(), [...new Set(events.flatMap(({ data }) => data.callSid ?? []))]),
})
