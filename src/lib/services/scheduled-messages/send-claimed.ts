import type { CoreContext } from '@/lib/context'
import { findMessage } from '@/lib/services/messages/find-message'
import { sendMessage } from '@/lib/services/messages/send-message'
import { heldVerdict } from '@/lib/services/scheduled-messages/send-or-hold'
import { settleScheduled, type ScheduledEnd } from '@/lib/services/scheduled-messages/settle-scheduled'
import type { ScheduledRow } from '@/lib/services/scheduled-messages/to-scheduled-message'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import {
  ConflictError,
  DomainError,
  NotPermittedError,
  OptedOutError,
  UnavailableError,
  UpstreamError,
} from '@/shared/errors'
import type { Message } from '@/shared/schemas/message'

/**
 * Sends a claimed text, as everything is sent, and writes down what came of it. Its text has its id already: whoever died half way is
 * followed by somebody who finds that text and sends none. While nobody knows whether Twilio has it, and after an error of ours, the claim
 * is left to lapse: whoever takes it next looks again.
 */
export async function sendClaimed(ctx: CoreContext, row: ScheduledRow): Promise<void> {
  const end = await send(ctx, row)
  if (end) await settleScheduled(ctx, row, end)
}

async function send(ctx: CoreContext, row: ScheduledRow): Promise<ScheduledEnd | null> {
  // What was sent in time is sent, however late it is looked at.
  const already = row.attempts > 1 ? await ctx.database.transaction((tx) => findMessage(tx, row.message_id)) : null
  if (already) return endOf(ctx, row, already)
  if (row.expires_at <= ctx.clock.now()) {
    return { status: 'expired', rule: row.rule ?? 'late', reason: row.reason ?? 'It could not be sent in time.' }
  }
  try {
    const message = await sendMessage(ctx, {
      id: row.message_id,
      to: row.to_number,
      from: row.from_number,
      body: row.body,
      mediaUrls: row.media_urls,
      purpose: row.purpose,
      createdBy: row.created_by,
      offersRetry: false,
      ...(row.cancel_if_they_reply ? { unlessHeardSince: row.created_at } : {}),
    })
    return endOf(ctx, row, message)
  } catch (error) {
    return endAfter(ctx, row, error)
  }
}

function endOf(ctx: CoreContext, row: ScheduledRow, message: Message): ScheduledEnd | null {
  if (message.status === 'pending' || message.status === 'unknown') return null
  if (message.status !== 'failed') return { status: 'sent', reason: message.errorMessage }
  // An earlier try, whose process died before it could say so.
  if (message.messageSid === null && message.errorCode === null)
    return tryAgain(ctx, row, 'Twilio could not be reached.', 1)
  return { status: 'failed', reason: message.errorMessage }
}

function endAfter(ctx: CoreContext, row: ScheduledRow, error: unknown): ScheduledEnd {
  const verdict = heldVerdict(error)
  if (verdict) {
    const { heldUntil, rule, reason } = verdict
    return heldUntil > row.expires_at
      ? { status: 'expired', rule, reason: `${reason} By then it would be out of date.`, sendAt: heldUntil }
      : { status: 'held', rule, reason, sendAt: heldUntil }
  }
  if (error instanceof OptedOutError || error instanceof NotPermittedError) {
    const rule = ruleOf(error)
    return { status: rule === 'replied' || rule === 'called' ? 'canceled' : 'refused', rule, reason: error.message }
  }
  if (error instanceof UpstreamError) {
    return error.outcome === 'unprocessed'
      ? tryAgain(ctx, row, error.message)
      : { status: 'failed', rule: 'twilio', reason: error.message }
  }
  // The same words are on their way already, or a retry of them is.
  if (error instanceof ConflictError) {
    return { status: 'scheduled', reason: error.message, sendAt: new Date(ctx.clock.now().getTime() + 60_000) }
  }
  if (error instanceof DomainError && !(error instanceof UnavailableError)) {
    return { status: 'failed', reason: error.message }
  }
  throw error
}

/** Twilio surely never heard of it: another attempt, under another id, after a growing pause and only while it is still true. */
function tryAgain(ctx: CoreContext, row: ScheduledRow, reason: string, minutes = pauseMinutes(row)): ScheduledEnd {
  const sendAt = new Date(ctx.clock.now().getTime() + minutes * 60_000)
  const messageId = uuidV7(ctx.clock.now())
  return sendAt > row.expires_at
    ? { status: 'expired', rule: 'unreachable', reason, messageId }
    : { status: 'held', rule: 'unreachable', reason: `${reason} It is tried again.`, sendAt, messageId }
}

function pauseMinutes({ attempts }: ScheduledRow) {
  return Math.min(2 ** Math.max(attempts - 1, 0), 30)
}

function ruleOf(error: DomainError): string | null {
  const { details } = error
  return typeof details === 'object' && details !== null && 'rule' in details && typeof details.rule === 'string'
    ? details.rule
    : null
}
