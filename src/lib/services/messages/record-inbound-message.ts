import type { Installation } from '@/lib/context'
import { pendingMedia } from '@/lib/services/media/to-media'
import { storable } from '@/lib/utils/storable'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { classifyKeyword } from '@/shared/opt-outs/classify-keyword'
import type { InboundText } from './text-report'

/**
 * Writes down a text that reached one of our numbers: the fact, the message, its conversation, an opt-out when the whole text is one of
 * Twilio's words (Twilio itself answers those). Resolves when all of it is durable.
 */
export function recordInboundMessage(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  input: Omit<InboundText, 'kind' | 'keyword' | 'media'> & {
    media: { url: string; contentType: string }[]
    optOutType: string | undefined
    raw: string
  },
) {
  const { optOutType, ...text } = input
  const receivedAt = ctx.clock.now()
  return ctx.recorder.texts.write({
    ...text,
    kind: 'inbound',
    from: storable(text.from),
    to: storable(text.to),
    body: storable(text.body),
    media: text.media.map((media) =>
      pendingMedia(uuidV7(receivedAt), { url: storable(media.url), contentType: storable(media.contentType) }),
    ),
    keyword: classifyKeyword(text.body, optOutType),
    raw: storable(text.raw),
    receivedAt,
  })
}
