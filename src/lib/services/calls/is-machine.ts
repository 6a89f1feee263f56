import type { CallReport } from './call-report'

/** Whether Twilio noticed that no person has answered. */
export function isMachine({ answeredBy }: Pick<CallReport, 'answeredBy'>): boolean {
  return answeredBy !== null && (answeredBy.startsWith('machine') || answeredBy === 'fax')
}
