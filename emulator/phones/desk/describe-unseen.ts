import type { Unseen } from '../api/schemas.ts'

const count = (number: number, one: string, many: string): string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]

/** "2 new texts, 1 missed call", or nothing. */
export const describeUnseen = ({ messages, missedCalls, voicemails }: Unseen): string =>
  [
    ...count(messages, 'new text', 'new texts'),
    ...count(missedCalls, 'missed call', 'missed calls'),
    ...count(voicemails, 'voicemail', 'voicemails'),
  ].join(', ')

export const countUnseen = ({ messages, missedCalls, voicemails }: Unseen): number =>
  messages + missedCalls + voicemails
