import { Copy, Globe, PhoneCall, SquareFunction, Variable } from 'lucide-react'
import { parameters } from './common-fields'
import type { WidgetForm } from './widget-form'

export const dataForms = {
  'set-variables': {
    icon: Variable,
    group: 'Data',
    help: 'Remembers values as flow.variables.',
    name: 'set',
    start: { variables: [] },
    outputs: [],
    fields: [{ key: 'variables', kind: 'rows', parse: true, label: 'Variables', add: 'Add a variable' }],
  },
  'make-http-request': {
    icon: Globe,
    group: 'Data',
    help: 'Asks another system. Public addresses only, ten seconds, 64 kB.',
    name: 'request',
    start: { method: 'GET', url: '', content_type: 'application/json;charset=utf-8' },
    shows: 'url',
    outputs: ['status_code', 'body', 'parsed'],
    fields: [
      {
        key: 'method',
        kind: 'choice',
        label: 'Method',
        options: [
          ['GET', 'GET'],
          ['POST', 'POST'],
        ],
      },
      { key: 'url', kind: 'text', label: 'Address', variables: true, placeholder: 'https://' },
      {
        key: 'content_type',
        kind: 'choice',
        label: 'Body is',
        options: [
          ['application/json;charset=utf-8', 'JSON'],
          ['application/x-www-form-urlencoded;charset=utf-8', 'A form'],
        ],
      },
      { key: 'body', kind: 'long', label: 'Body', variables: true },
      parameters,
    ],
  },
  'run-function': {
    icon: SquareFunction,
    group: 'Data',
    help: 'Calls a Twilio Function by its address.',
    name: 'function',
    start: { url: '' },
    shows: 'url',
    outputs: ['status_code', 'body', 'parsed'],
    fields: [{ key: 'url', kind: 'text', label: 'Address', placeholder: 'https://' }, parameters],
  },
  'run-subflow': {
    icon: Copy,
    group: 'Data',
    help: 'Runs another published flow and comes back.',
    name: 'subflow',
    start: { flow_sid: '', flow_revision: 'LatestPublished' },
    shows: 'flow_sid',
    outputs: [],
    fields: [
      { key: 'flow_sid', kind: 'text', label: 'Flow', placeholder: 'FW…' },
      { ...parameters, label: 'Give it' },
    ],
  },
  'add-twiml-redirect': {
    icon: PhoneCall,
    group: 'Data',
    help: 'Hands the call to other TwiML, which comes back with ?FlowEvent=return.',
    name: 'redirect',
    start: { url: '', method: 'POST' },
    shows: 'url',
    outputs: [],
    fields: [
      { key: 'url', kind: 'text', label: 'Address', variables: true, placeholder: 'https://' },
      {
        key: 'method',
        kind: 'choice',
        label: 'Method',
        options: [
          ['POST', 'POST'],
          ['GET', 'GET'],
        ],
      },
    ],
  },
} as const satisfies Record<string, WidgetForm>
