import { z } from 'zod'
import type { Execution } from '../execution'
import { addressOf } from '../address-of'
import { optionalText, text, whole } from '../property'
import { defineWidget, type Entered } from '../widget'

const message = { to: optionalText, from: optionalText, body: text, media_url: optionalText }
const Message = z.looseObject(message)

export const sendMessage = defineWidget({
  label: 'Send message',
  channels: ['call', 'message'],
  acts: true,
  properties: Message,
  events: () => ['sent', 'failed'],
  failure: 'failed',
  enter: (properties, { execution }) => ({ request: requestOf(properties, execution) }),
  resume: (_properties, outcome) =>
    outcome.outcome === 'answered'
      ? { event: outcome.event === 'sent' ? 'sent' : 'failed', outputs: { outbound: outcome.outputs } }
      : { event: 'failed' },
})

/** Asks by text and waits for what comes back. */
export const sendAndWaitForReply = defineWidget({
  label: 'Send and wait for reply',
  channels: ['message'],
  acts: true,
  properties: z.looseObject({ ...message, timeout: whole(3600, 1, 30 * 24 * 3600) }),
  events: () => ['incomingMessage', 'timeout', 'deliveryFailure'],
  failure: 'deliveryFailure',
  enter: (properties, { execution }) => ({ request: requestOf(properties, execution) }),
  resume: (properties, outcome): Entered => {
    if (outcome.outcome === 'answered') {
      return outcome.event === 'sent'
        ? { wait: 'message', timeout: properties.timeout, outputs: { outbound: outcome.outputs } }
        : { event: 'deliveryFailure', outputs: { outbound: outcome.outputs } }
    }
    return outcome.outcome === 'message'
      ? { event: 'incomingMessage', outputs: { inbound: { ...outcome.parameters } } }
      : { event: 'timeout' }
  },
})

function requestOf(properties: z.output<typeof Message>, execution: Execution) {
  return {
    request: 'send-message' as const,
    to: properties.to ?? addressOf(execution),
    from: properties.from ?? '',
    body: properties.body,
    mediaUrls: properties.media_url === undefined ? [] : [properties.media_url],
  }
}
