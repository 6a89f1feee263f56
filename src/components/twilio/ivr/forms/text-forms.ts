import { MessageSquare, MessageSquareReply, UserX } from 'lucide-react'
import { body, to, from, picture, person, messageOutputs } from './common-fields'
import type { WidgetForm } from './widget-form'

export const textForms = {
  'send-message': {
    icon: MessageSquare,
    group: 'Text',
    help: 'Sends a text, if this person may be texted.',
    name: 'text',
    start: { body: '', from: '{{flow.channel.address}}', to: '{{contact.channel.address}}' },
    shows: 'body',
    outputs: messageOutputs,
    fields: [body, to, from, picture],
  },
  'send-and-wait-for-reply': {
    icon: MessageSquareReply,
    group: 'Text',
    help: 'Asks by text and waits for the answer.',
    name: 'ask',
    start: { body: '', timeout: '3600' },
    shows: 'body',
    outputs: ['inbound.Body', 'inbound.MessageSid', ...messageOutputs],
    fields: [body, { key: 'timeout', kind: 'number', label: 'Wait for', unit: 'seconds' }, from, picture],
  },
  'eva-opt-out': {
    icon: UserX,
    group: 'Text',
    help: 'Writes down that they want no more texts.',
    name: 'opt_out',
    start: {},
    outputs: [],
    fields: [person, { key: 'words', kind: 'text', label: 'Their words', variables: true }],
  },
} as const satisfies Record<string, WidgetForm>
