/** What can go wrong, as a person would say it, and what the emulator calls it. */
export interface FaultChoice {
  id: string
  group: 'Callbacks to the application' | 'The application’s requests to Twilio' | 'A phone number'
  word: string
  rule: Record<string, string | number>
  /** What else such a fault needs to know. */
  asks?: 'seconds' | 'code' | 'phoneNumber'
}

const callbacks = 'Callbacks to the application'
const requests = 'The application’s requests to Twilio'
const numbers = 'A phone number'

export const faultChoices: FaultChoice[] = [
  { id: 'drop', group: callbacks, word: 'are lost', rule: { on: 'callback', action: 'drop' } },
  { id: 'delay', group: callbacks, word: 'arrive late', rule: { on: 'callback', action: 'delay' }, asks: 'seconds' },
  { id: 'duplicate', group: callbacks, word: 'arrive twice', rule: { on: 'callback', action: 'duplicate' } },
  { id: 'reorder', group: callbacks, word: 'arrive out of order', rule: { on: 'callback', action: 'reorder' } },
  { id: '429', group: requests, word: 'are too many (429)', rule: { on: 'request', action: 'fail', status: 429 } },
  { id: '500', group: requests, word: 'fail (500)', rule: { on: 'request', action: 'fail', status: 500 } },
  { id: '503', group: requests, word: 'find Twilio down (503)', rule: { on: 'request', action: 'fail', status: 503 } },
  { id: 'slow', group: requests, word: 'are slow', rule: { on: 'request', action: 'slow' }, asks: 'seconds' },
  {
    id: 'reset-before',
    group: requests,
    word: 'break off, without effect',
    rule: { on: 'request', action: 'reset-before' },
  },
  {
    id: 'reset-after',
    group: requests,
    word: 'break off after they took effect',
    rule: { on: 'request', action: 'reset-after' },
  },
  { id: 'timeout', group: requests, word: 'get no answer, without effect', rule: { on: 'request', action: 'timeout' } },
  {
    id: 'timeout-after',
    group: requests,
    word: 'get no answer, but take effect',
    rule: { on: 'request', action: 'timeout-after' },
  },
  { id: 'text', group: numbers, word: 'gets no texts', rule: { on: 'number' }, asks: 'code' },
  {
    id: 'busy',
    group: numbers,
    word: 'is busy',
    rule: { on: 'number', callStatus: 'busy' },
    asks: 'phoneNumber',
  },
  {
    id: 'no-answer',
    group: numbers,
    word: 'does not answer',
    rule: { on: 'number', callStatus: 'no-answer' },
    asks: 'phoneNumber',
  },
  {
    id: 'failed',
    group: numbers,
    word: 'cannot be called',
    rule: { on: 'number', callStatus: 'failed' },
    asks: 'phoneNumber',
  },
]

export const faultGroups = [callbacks, requests, numbers] as const

export const faultSubjects: Record<FaultChoice['group'], string> = {
  [callbacks]: 'Callbacks',
  [requests]: 'Requests',
  [numbers]: 'A number',
}

/** Why a carrier does not deliver; https://www.twilio.com/docs/api/errors. */
export const errorCodes = [
  { code: 30003, word: 'phone switched off' },
  { code: 30004, word: 'blocked by the person' },
  { code: 30005, word: 'unknown number' },
  { code: 30006, word: 'landline' },
  { code: 30007, word: 'filtered by the carrier' },
  { code: 30008, word: 'unknown error' },
] as const
