import type { CoreContext } from '@/lib/context'
import { listSpan, rawWebhook, type Missed, type Span } from './missed'

/**
 * Texts to our numbers that Twilio has and we do not. One that was heard of and deleted since is not missed: its fact is there.
 * Served by twilio_messages.message_sid and the primary key of facts.
 */
export async function findMissedTexts(ctx: Pick<CoreContext, 'database' | 'twilio'>, span: Span): Promise<Missed[]> {
  const listed = await listSpan(span, ({ from, until, limit }) =>
    ctx.twilio.listMessages({ sentAfter: from, sentBefore: until, limit }),
  )
  const inbound = listed.filter((message) => message.direction === 'inbound' && message.from !== null)
  if (inbound.length === 0) return []
  const { rows } = await ctx.database.pool.query<{ sid: string }>({
    name: 'missed-texts',
    text: `select sid from unnest($1::text[], $2::text[]) as listed (sid, to_number)
            where to_number in (select phone_number from twilio_phone_numbers)
              and not exists (select from twilio_messages where message_sid = sid)
              and not exists (select from twilio_webhook_facts where event_key = sid || ':received')`,
    values: [inbound.map((message) => message.messageSid), inbound.map((message) => message.to)],
  })
  const missing = new Set(rows.map((row) => row.sid))
  const missed: Missed[] = []
  for (const message of inbound) {
    if (!missing.has(message.messageSid)) continue
    const media = message.numMedia > 0 ? await ctx.twilio.listMessageMedia(message.messageSid) : []
    const files = media.flatMap(({ url, contentType }, index): [string, string][] => [
      [`MediaUrl${index}`, url],
      [`MediaContentType${index}`, contentType],
    ])
    const raw = rawWebhook({
      MessageSid: message.messageSid,
      From: message.from,
      To: message.to,
      Body: message.body,
      NumSegments: message.numSegments,
      NumMedia: media.length,
      ...Object.fromEntries(files),
    })
    missed.push({ at: message.createdAt, webhooks: [{ route: '/api/twilio/webhooks/sms', raw }] })
  }
  return missed
}
