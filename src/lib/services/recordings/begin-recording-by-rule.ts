import type { CoreContext } from '@/lib/context'
import { getRecordingRules } from './get-recording-rules'

/**
 * Somebody of ours has begun to talk with the party of a call: what the rules want follows as a job, because the two must not wait for it.
 * `takenBy` is the leg they talk on: a number, or `client:` and their id; `roomId` where they talk in a room. Never throws.
 */
export async function beginRecordingByRule(
  ctx: Pick<CoreContext, 'database' | 'log' | 'jobs'>,
  call: { callSid: string; takenBy: string; roomId?: string },
): Promise<void> {
  try {
    const { rules } = (await getRecordingRules(ctx)).rules
    if (!rules.some(({ record }) => record)) return
    await ctx.jobs.enqueue(
      ctx.database,
      'record-by-rule',
      { roomId: null, ...call },
      { key: `record-by-rule:${call.callSid}`, tries: 4 },
    )
  } catch (error) {
    ctx.log.error({ err: error, callSid: call.callSid }, 'a call may not be recorded though a rule wants it')
  }
}
