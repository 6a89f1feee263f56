import { SegmentedMessage } from 'sms-segments-calculator'

export type SegmentCount = { segments: number; encoding: 'GSM-7' | 'UCS-2' }

/** How many billed parts a text has: 160 characters alone or 153 each when joined; with one character outside GSM-7, 70 and 67. */
export function countSegments(body: string): SegmentCount {
  if (body === '') return { segments: 1, encoding: 'GSM-7' }
  const message = new SegmentedMessage(body)
  return { segments: message.segmentsCount, encoding: message.encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2' }
}
