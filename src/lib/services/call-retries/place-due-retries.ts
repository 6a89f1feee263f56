import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { getCallSettings } from '@/lib/services/call-settings/get-call-settings'
import { placeCall } from '@/lib/services/calls/place-call'
import { ringFirst } from '@/lib/services/rooms/ring-first'
import { nextOpening } from '@/shared/business-hours/next-opening'
import { DomainError } from '@/shared/errors'
import { CreateCallInput } from '@/shared/schemas/call'
import { settleCallRetry, type CallRetryChange } from './settle-call-retry'
import { whyNotAgain } from './why-not-again'

const mostAtOnce = 50
/** Whoever finds it open after this goes on from where a dead process left it. */
const leaseMilliseconds = 2 * 60_000
/** Somebody who is on a call is tried this much later. */
const busyMilliseconds = 3 * 60_000

type Due = {
  id: string
  retry_of: string
  from_number: string
  to_number: string
  request: object | null
  started_at: Date
  handled_by: string | null
}

/**
 * Places the calls whose time to be tried again has come, each as it was placed before. Each passes `permit`, as automatic; the row's id is the call's, so that one which is
 * taken over is not placed twice, and one that Twilio did not confirm stays unknown until it is settled.
 */
export async function placeDueRetries(ctx: CoreContext): Promise<void> {
  const at = ctx.clock.now()
  const { rows } = await ctx.database.pool.query<Due>({
    name: 'claim-due-call-retries',
    text: `with due as (
             select id from call_retries where status in ('planned', 'placing') and due_at <= $1
              order by due_at, id limit $3 for update skip locked),
           claimed as (
             update call_retries retry set status = 'placing', due_at = $2 from due where due.id = retry.id returning retry.*)
           select claimed.id, claimed.retry_of, claimed.from_number, claimed.to_number, before.request, before.started_at, before.handled_by
             from claimed join twilio_call_logs before on before.id = claimed.retry_of`,
    values: [at, new Date(at.getTime() + leaseMilliseconds), mostAtOnce],
  })
  if (rows.length === 0) return
  const { settings } = await getCallSettings(ctx)
  for (const row of rows) {
    try {
      const opening = settings.retry.hours ? nextOpening(settings.retry.hours, at) : at
      const change = await tryAgain(ctx, row, opening)
      await settleCallRetry(ctx, row.id, change, { from: ['placing'] })
    } catch (error) {
      ctx.log.error({ err: error, call: row.retry_of }, 'a call could not be tried again')
    }
  }
}

async function tryAgain(ctx: CoreContext, row: Due, opening: Date | null): Promise<CallRetryChange> {
  const at = ctx.clock.now()
  if (opening === null)
    return { status: 'skipped', reason: 'The hours for calls leave no time at which it may go out.' }
  if (opening > at) return { status: 'planned', reason: 'It waits for your hours for calls.', dueAt: opening }
  const why = await whyNotAgain(ctx, { retryId: row.id, theirNumber: row.to_number, since: row.started_at })
  if (why === 'placed') return { status: 'placed', reason: null }
  if (why?.kind === 'busy')
    return { status: 'planned', reason: why.reason, dueAt: new Date(at.getTime() + busyMilliseconds) }
  if (why) return { status: 'skipped', reason: why.reason }
  try {
    const wanted = CreateCallInput.parse({ ...row.request, to: row.to_number, from: row.from_number })
    const retryOf = { callId: row.retry_of, handledBy: row.handled_by }
    if (wanted.ringFirst === undefined) await placeCall(ctx, { ...wanted, id: row.id, retryOf, purpose: 'call_retry' })
    else await ringFirst(ctx, { ...wanted, ringFirst: wanted.ringFirst, again: { id: row.id, retryOf } })
    return { status: 'placed', reason: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const held = Held.safeParse(error.details)
    if (held.success) return { status: 'planned', reason: error.message, dueAt: new Date(held.data.heldUntil) }
    const notPermitted = error.code === 'not_permitted' || error.code === 'opted_out'
    return { status: notPermitted ? 'skipped' : 'failed', reason: error.message }
  }
}

const Held = z.object({ heldUntil: z.iso.datetime() })
