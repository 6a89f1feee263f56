import type { CoreContext } from '@/lib/context'
import { expiresAt } from '@/lib/services/permission/expires-at'
import { gather } from '@/lib/services/permission/gather'
import { judge } from '@/lib/services/permission/judge'
import { keepVerdicts } from '@/lib/services/permission/keep-verdicts'
import { likelyTimeZone } from '@/lib/services/permission/quiet-hours/places-of'
import { refusalError } from '@/lib/services/permission/refusal-error'
import { requestFor } from '@/lib/services/permission/request-for'
import { dayAndTimeAt, placeName } from '@/lib/services/permission/say-time'
import { insertScheduled } from '@/lib/services/scheduled-messages/insert-scheduled'
import { bodyOf } from '@/lib/services/scheduled-messages/body-of'
import { sendTime } from '@/lib/services/scheduled-messages/send-time'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { SendMessageInput } from '@/shared/schemas/message'
import type { HeldMessage } from '@/shared/schemas/scheduled-message'

type ScheduleMessage = SendMessageInput & { sendAt: string; id?: string | undefined }

/**
 * Plans a text. What may not go out at all is refused at once; quiet hours at its time are told, and it waits for their end then. Everything
 * is asked again when it is sent; the words of a template are those of now, as its writer saw them.
 */
export async function scheduleMessage(ctx: CoreContext, input: ScheduleMessage): Promise<HeldMessage> {
  const now = ctx.clock.now()
  const sendAt = sendTime(input.sendAt, now)
  const text = {
    to: input.to,
    from: input.from ?? ctx.config.twilio.phoneNumber,
    body: await bodyOf(ctx, input),
    mediaUrls: input.mediaUrls ?? [],
  }
  const { questions, inForce } = await gather(ctx, ctx.database.pool, [requestFor(text, 'scheduled', sendAt)])
  const [question] = questions
  if (!question) throw new Error('a request came to no question')
  const verdict = judge(question)
  if (verdict.verdict === 'refused') {
    await ctx.database.transaction((tx) => keepVerdicts(ctx, tx, [{ question, verdict, price: 0 }], inForce.version))
    throw refusalError(verdict)
  }
  const timeZone = likelyTimeZone(question.zones)
  const id = input.id ?? uuidV7(now)
  const written = await insertScheduled(ctx, {
    id,
    message_id: uuidV7(now),
    to_number: text.to,
    from_number: text.from,
    body: text.body,
    media_urls: text.mediaUrls,
    purpose: 'scheduled',
    wanted_at: sendAt,
    send_at: sendAt,
    expires_at: expiresAt(sendAt, text.body, timeZone, inForce.rules),
    cancel_if_they_reply: input.cancelIfTheyReply ?? true,
    status: 'scheduled',
    rule: verdict.verdict === 'held' ? verdict.rule : null,
    reason: verdict.verdict === 'held' ? verdict.reason : null,
  })
  const planned = `Planned for ${dayAndTimeAt(sendAt, timeZone)} in ${placeName(timeZone)}.`
  return {
    id: written.id,
    heldUntil: (verdict.verdict === 'held' ? verdict.until : sendAt).toISOString(),
    reason: verdict.verdict === 'held' ? `${planned} ${verdict.reason}` : planned,
  }
}
