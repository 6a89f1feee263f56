import type { Installation } from '@/lib/context'
import { answerPhone } from '@/lib/services/phone/answer-phone'
import { textsOf } from '@/api/twilio/ivr/execute'
import { contextOf } from './context-of'
import type { WebhookHandler } from './receive'
import { reportOf, twiml } from './voice'

/** A phone in a browser calls through our TwiML application. */
export function voicePhone(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const input = { ...reportOf(installation, webhook, c), parameters: textsOf(webhook.parameters) }
    return twiml(c, await answerPhone(contextOf(installation), input))
  }
}
