import { z } from 'zod'
import type { SignedWebhook } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import { recordInboundMessage } from '@/lib/services/messages/record-inbound-message'
import type { PlainWebhook } from './busy-webhooks'

const InboundMessage = z.object({
  MessageSid: z.string().regex(/^[A-Z]{2}[0-9a-fA-F]{32}$/),
  From: z.string().min(1).max(255),
  To: z.string().min(1).max(255),
  Body: z.string().default(''),
  NumSegments: z.coerce.number().int().min(0).max(1000).catch(1),
  NumMedia: z.coerce.number().int().min(0).max(50).catch(0),
  MessagingServiceSid: z.string().max(64).optional(),
  OptOutType: z.string().optional(),
})

/** Twilio's own answers to STOP, START and HELP are enough: an empty document sends nothing. */
export const noReply = '<?xml version="1.0" encoding="UTF-8"?><Response/>'

/** A text for one of our numbers. Answered when it is durable. */
export function sms(installation: Installation): PlainWebhook {
  return async ({ parameters, raw }) => {
    const text = InboundMessage.parse(parameters)
    await recordInboundMessage(installation, {
      messageSid: text.MessageSid,
      from: text.From,
      to: text.To,
      body: text.Body,
      numSegments: text.NumSegments,
      media: mediaOf(parameters, text.NumMedia),
      messagingServiceSid: text.MessagingServiceSid ?? null,
      optOutType: text.OptOutType,
      raw,
    })
    return noReply
  }
}

function mediaOf(parameters: SignedWebhook['parameters'], count: number) {
  return Array.from({ length: count }, (_, index) => ({
    url: textOf(parameters[`MediaUrl${index}`]),
    contentType: textOf(parameters[`MediaContentType${index}`]),
  })).filter((media) => media.url !== '')
}

function textOf(value: string | readonly string[] | undefined) {
  return typeof value === 'string' ? value : ''
}
