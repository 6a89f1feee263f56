import type { CoreContext } from '@/lib/context'

type WhyNot = { kind: 'busy' | 'over'; reason: string }

/**
 * Why this person is not called again now; null: nothing speaks against it. 'placed': the call is there already, whatever became of it. A call
 * of which we do not know the end counts as one they are on. By the primary key, twilio_call_logs_from and twilio_call_logs_to.
 */
export async function whyNotAgain(
  ctx: Pick<CoreContext, 'database'>,
  { retryId, theirNumber, since }: { retryId: string; theirNumber: string; since: Date },
): Promise<WhyNot | 'placed' | null> {
  const { rows } = await ctx.database.pool.query<{ placed: boolean; busy: boolean; called: boolean; reached: boolean }>(
    {
      name: 'why-not-again',
      text: `select exists (select from twilio_call_logs where id = $1) as placed,
                  exists (select from twilio_call_logs where from_number = $2 and ended_at is null)
                    or exists (select from twilio_call_logs where to_number = $2 and ended_at is null) as busy,
                  exists (select from twilio_call_logs where from_number = $2 and direction = 'inbound' and started_at > $3) as called,
                  exists (select from twilio_call_logs where to_number = $2 and direction = 'outbound' and started_at > $3
                            and answered_at is not null and coalesce(answered_by, 'human') !~ '^(machine|fax)') as reached`,
      values: [retryId, theirNumber, since],
    },
  )
  const [known] = rows
  if (!known) throw new Error('nothing was asked')
  if (known.placed) return 'placed'
  if (known.busy) return { kind: 'busy', reason: 'They are on another call with us.' }
  if (known.called) return { kind: 'over', reason: 'They have called us meanwhile.' }
  return known.reached ? { kind: 'over', reason: 'They have been reached meanwhile.' } : null
}
