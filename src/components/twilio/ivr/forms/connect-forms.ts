import { PhoneForwarded, PhoneOutgoing, Users } from 'lucide-react'
import { to, from } from './common-fields'
import type { WidgetForm } from './widget-form'

const outgoing: WidgetForm = {
  icon: PhoneOutgoing,
  group: 'Connect',
  help: 'Calls the other party of a flow that began without a call.',
  name: 'call_out',
  start: { to: '{{contact.channel.address}}', timeout: 60 },
  outputs: ['CallSid', 'AnsweredBy'],
  shows: 'to',
  fields: [
    to,
    from,
    { key: 'timeout', kind: 'number', label: 'Ring for', unit: 'seconds' },
    { key: 'record', kind: 'flag', label: 'Record the call', initially: false },
  ],
}

export const connectForms = {
  'connect-call-to': {
    icon: PhoneForwarded,
    group: 'Connect',
    help: 'Rings somebody and connects the caller.',
    name: 'connect',
    start: { noun: 'number', to: '', timeout: 30, caller_id: '{{contact.channel.address}}' },
    shows: 'to',
    outputs: ['DialCallStatus', 'DialCallDuration', 'DialCallSid'],
    fields: [
      {
        key: 'noun',
        kind: 'choice',
        label: 'Ring',
        options: [
          ['number', 'One number'],
          ['number-multi', 'Several numbers at once'],
          ['client', 'A colleague’s browser'],
          ['sip', 'A SIP address'],
          ['conference', 'A conference room'],
        ],
      },
      {
        key: 'to',
        kind: 'text',
        label: 'Whom',
        variables: true,
        placeholder: '+14155550123',
        hint: 'Several numbers: separated by commas.',
      },
      { key: 'timeout', kind: 'number', label: 'Ring for', unit: 'seconds' },
      { key: 'caller_id', kind: 'text', label: 'Show as caller', variables: true },
      { key: 'record', kind: 'flag', label: 'Record the call', initially: false },
      { key: 'time_limit', kind: 'number', label: 'Longest call', unit: 'seconds' },
    ],
  },
  'enqueue-call': {
    icon: Users,
    group: 'Connect',
    help: 'The caller waits in a queue for the next free colleague.',
    name: 'queue',
    start: { queue_name: '' },
    shows: 'queue_name',
    outputs: ['QueueResult', 'QueueTime'],
    fields: [
      { key: 'queue_name', kind: 'text', label: 'Queue', variables: true },
      { key: 'hold_music_url', kind: 'text', label: 'Music', placeholder: 'https://' },
      { key: 'timeout', kind: 'number', label: 'Wait at most', unit: 'seconds' },
    ],
  },
  'make-outgoing-call-v1': outgoing,
  'make-outgoing-call-v2': outgoing,
} as const satisfies Record<string, WidgetForm>
