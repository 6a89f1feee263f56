import type { CoreContext } from '@/lib/context'

/** Longer than a request to Twilio with all its tries lasts. */
const leaseMilliseconds = 60_000

/** Takes it upon itself to start the recording of a call; null while somebody else does. `lapsed`: whoever did it before is gone. */
export async function claimRecording(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  { callSid }: { callSid: string },
): Promise<{ lapsed: boolean } | null> {
  const at = ctx.clock.now()
  const { rows } = await ctx.database.pool.query<{ lapsed: boolean }>({
    name: 'claim-recording',
    text: `update twilio_call_logs call set recording_lease = $3
             from (select id, recording_lease from twilio_call_logs where call_sid = $1 for update) before
            where call.id = before.id and (before.recording_lease is null or before.recording_lease <= $2)
            returning before.recording_lease is not null as lapsed`,
    values: [callSid, at, new Date(at.getTime() + leaseMilliseconds)],
  })
  return rows[0] ?? null
}

export async function releaseRecording(ctx: Pick<CoreContext, 'database'>, { callSid }: { callSid: string }) {
  await ctx.database.pool.query({
    name: 'release-recording',
    text: 'update twilio_call_logs set recording_lease = null where call_sid = $1',
    values: [callSid],
  })
}
