import { defineFollower } from '@/lib/services/followers/follower'
import { queueRecordings } from './queue-recordings'

/** Of recordings that are complete: a job that fetches the sound. */
export const keepRecordings = defineFollower({
  name: 'recordings',
  types: ['recording.completed'],
  handle: (ctx, tx, events) => queueRecordings(ctx, tx, { recordingSids: events.map(({ data }) => data.recordingSid) }),
})
