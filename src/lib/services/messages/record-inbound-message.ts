import type { Installation } from '@/lib/context'
import { storable } from '@/lib/utils/storable'
import { classifyKeyword } from '@/shared/opt-outs/classify-keyword'
import type { InboundText } from './text-report'

/**
 * Writes down a text that reached one of our numbers: the fact, the message, its conversation, an opt-out when the whole text is one of
 * Twilio's words (Twilio itself answers those). Resolves when all of it is durable.
 */
export function recordInboundMessage(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  input: Omit<InboundText, 'kind' | 'keyword'> & { optOutType: string | undefined; raw: string },
) {
  const { optOutType, ...text } = input
  return ctx.recorder.texts.write({
    ...text,
    kind: 'inbound',
    from: storable(text.from),
    to: storable(text.to),
    body: storable(text.body),
    media: text.media.map(({ url, contentType }) => ({ url: storable(url), contentType: storable(contentType) })),
    keyword: classifyKeyword(text.body, optOutType),
    raw: storable(text.raw),
    receivedAt: ctx.clock.now(),
  })
}
