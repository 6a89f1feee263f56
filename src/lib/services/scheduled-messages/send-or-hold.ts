import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { sendMessageOnce } from '@/lib/services/messages/send-message-once'
import type { SendMessage } from '@/lib/services/messages/send-message'
import { bodyOf } from '@/lib/services/scheduled-messages/body-of'
import { insertScheduled } from '@/lib/services/scheduled-messages/insert-scheduled'
import { NotPermittedError } from '@/shared/errors'
import type { Purpose } from '@/shared/permission/purpose'
import type { Message } from '@/shared/schemas/message'
import type { HeldMessage } from '@/shared/schemas/scheduled-message'

const held = z.object({ rule: z.string(), heldUntil: z.coerce.date(), expiresAt: z.coerce.date() })

/** What a verdict of 'held' says, when an error carries one. */
export function heldVerdict(error: unknown) {
  if (!(error instanceof NotPermittedError)) return null
  const parsed = held.safeParse(error.details)
  return parsed.success ? { ...parsed.data, reason: error.message } : null
}

/**
 * Sends a text that nobody waits for, or keeps it until it may go out. One held for longer than it stays true is shown as expired, for a
 * person to decide. Safe to ask again with the same id.
 */
export async function sendOrHold(
  ctx: CoreContext,
  input: SendMessage & { id: string; purpose: Purpose },
): Promise<Message | HeldMessage> {
  try {
    return await sendMessageOnce(ctx, input)
  } catch (error) {
    const verdict = heldVerdict(error)
    if (!verdict) throw error
    const isStale = verdict.heldUntil > verdict.expiresAt
    const written = await insertScheduled(ctx, {
      id: input.id,
      message_id: input.id,
      to_number: input.to,
      from_number: input.from ?? ctx.config.twilio.phoneNumber,
      body: await bodyOf(ctx, input),
      media_urls: input.mediaUrls ?? [],
      purpose: input.purpose,
      wanted_at: ctx.clock.now(),
      send_at: verdict.heldUntil,
      expires_at: verdict.expiresAt,
      cancel_if_they_reply: true,
      status: isStale ? 'expired' : 'held',
      rule: verdict.rule,
      reason: isStale ? `${verdict.reason} By then it would be out of date.` : verdict.reason,
    })
    return { id: written.id, heldUntil: written.send_at.toISOString(), reason: written.reason ?? verdict.reason }
  }
}
