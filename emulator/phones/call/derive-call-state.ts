import type { Call, CallDetail } from '../api/schemas.ts'

const over: Record<string, string> = {
  completed: 'Call ended',
  busy: 'Busy',
  failed: 'Call failed',
  'no-answer': 'No answer',
  canceled: 'Canceled',
}

export const isOver = (call: Call): boolean => call.status in over

/** Someone calls this handset and nobody has picked up yet. */
export const isRinging = (call: CallDetail): boolean =>
  !isOver(call) && call.direction === 'incoming' && (call.waitingFor === 'answer' || call.status === 'ringing')

export const deriveOtherParty = (call: Call): string => (call.direction === 'incoming' ? call.from : call.to)

/** The handset of this call. */
export const deriveThisParty = (call: Call): string => (call.direction === 'incoming' ? call.to : call.from)

/** Twilio's status as a person holding the handset would say it. */
export const deriveCallWord = (call: Call): string => {
  const ended = over[call.status]
  if (ended !== undefined) return ended
  if (call.status === 'in-progress') return 'On the line'
  return call.direction === 'incoming' ? 'Incoming call' : 'Calling'
}
