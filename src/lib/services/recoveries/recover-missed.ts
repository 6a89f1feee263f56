import type { Context } from '@/lib/context'
import { isOutage } from '@/lib/services/health/is-outage'
import { keepUnhandledWebhook } from '@/lib/services/webhooks/keep-unhandled-webhook'
import { whyUnhandled } from '@/lib/services/webhooks/why-unhandled'
import { UnavailableError, UpstreamError } from '@/shared/errors'
import { findMissedCalls } from './find-missed-calls'
import { findMissedRecordings } from './find-missed-recordings'
import { findMissedTexts } from './find-missed-texts'
import type { Missed, Span } from './missed'
import { recordRecovery, type RecoveryList } from './record-recovery'

const minute = 60_000

/** What is younger than this may still be on its way to us. */
const graceMilliseconds = 2 * minute

/** Asked for at once, however long we were away. */
const longestSpan = 24 * 60 * minute

/** `again`: how far back each round looks a second time, for what Twilio listed late; a recording is listed by when it began. */
const lists = [
  { list: 'texts', find: findMissedTexts, again: 15 * minute },
  { list: 'calls', find: findMissedCalls, again: 15 * minute },
  { list: 'recordings', find: findMissedRecordings, again: 4 * 60 * minute },
] as const

/**
 * Compares Twilio's own lists with ours from where the last round ended, never from before our first start, and takes in what is missing as
 * its webhook would have: the same path, so nothing is there twice. What was found is kept for a person to see.
 */
export async function recoverMissed(ctx: Context): Promise<void> {
  const until = new Date(ctx.clock.now().getTime() - graceMilliseconds)
  for (const { list, find, again } of lists) {
    try {
      for (let mark = await readMark(ctx, list); mark.through < until;) {
        const span = spanFrom(mark, { until, again })
        const missed = await find(ctx, span)
        for (const each of missed) await takeIn(ctx, each)
        await recordRecovery(ctx, { list, missed, from: mark.through, through: span.until })
        mark = { ...mark, through: span.until }
      }
    } catch (error) {
      // Twilio cannot be asked at the moment: the next round begins where this one ended.
      if (!(error instanceof UpstreamError)) throw error
      ctx.log.warn({ err: error, list }, 'a list of Twilio could not be compared')
    }
  }
}

type Mark = { since: Date; through: Date }

function spanFrom({ since, through }: Mark, { until, again }: { until: Date; again: number }): Span {
  const from = new Date(Math.max(since.getTime(), through.getTime() - again))
  return { from, until: new Date(Math.min(until.getTime(), through.getTime() + longestSpan)) }
}

/** At the first start: now, so that nothing older is ever asked for. */
async function readMark({ database, clock }: Context, list: RecoveryList): Promise<Mark> {
  const { rows } = await database.pool.query<Mark>({
    name: 'recovery-mark',
    text: `insert into twilio_recovery_marks as mark (list, since, compared_through) values ($1, $2, $2)
           on conflict (list) do update set list = excluded.list
           returning mark.since, mark.compared_through as through`,
    values: [list, clock.now()],
  })
  const mark = rows[0]
  if (!mark) throw new Error(`no mark of ${list}`)
  return mark
}

/** What cannot be handled is kept like any other webhook that cannot; only an outage ends the round. */
async function takeIn(ctx: Context, { at, webhooks }: Missed) {
  for (const { route, raw } of webhooks) {
    const webhook = { route, raw, query: '', json: false, receivedAt: at }
    try {
      await ctx.replayWebhook(webhook)
    } catch (error) {
      if (error instanceof UnavailableError || isOutage(error)) throw error
      ctx.log.error({ err: error, route }, 'what Twilio lists could not be taken in and is kept')
      await keepUnhandledWebhook(ctx, { ...webhook, reason: whyUnhandled(error) })
    }
  }
}
