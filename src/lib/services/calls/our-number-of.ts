import type { CallReport } from './call-report'

/** Which of our numbers a root call is on. */
export function ourNumberOf(call: Pick<CallReport, 'direction' | 'from' | 'to'>) {
  return call.direction === 'inbound' ? call.to : call.from
}

/** Whether a party is a phone number that Twilio can show: withheld ones are words such as 'anonymous'. */
export function isNumber(party: string) {
  return /^\+[1-9]\d{6,14}$/.test(party)
}
