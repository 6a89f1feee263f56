import { z } from 'zod'
import { defineWidget } from '../widget'

/** Where a flow begins; the event says what began it. */
export const trigger = defineWidget({
  label: 'Start',
  channels: ['call', 'message'],
  properties: z.looseObject({}),
  events: () => ['incomingCall', 'incomingMessage', 'incomingRequest', 'incomingConversationMessage'],
  enter: (_properties, { execution, transitions }) => {
    const leads = transitions.some(({ event, next }) => event === 'incomingRequest' && next !== undefined)
    if ('request' in execution.trigger && leads) return { event: 'incomingRequest' }
    return { event: execution.channel === 'call' ? 'incomingCall' : 'incomingMessage' }
  },
})
