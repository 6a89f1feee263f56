import { isTerminalCallStatus, type CallStatus } from '../calls/call-status-rank'

export const participantStatuses = ['queued', 'connecting', 'ringing', 'connected', 'complete', 'failed'] as const
/** Twilio's words for somebody in a conference. */
export type ParticipantStatus = (typeof participantStatuses)[number]

/** Where somebody is, by their leg (null: not known yet) and by what the conference said of them. */
export function deriveParticipantStatus(leg: CallStatus | null, joined: boolean, left: boolean): ParticipantStatus {
  if (left) return 'complete'
  if (leg !== null && isTerminalCallStatus(leg)) return joined || leg === 'completed' ? 'complete' : 'failed'
  if (joined) return 'connected'
  if (leg === 'in-progress') return 'connecting'
  return leg === 'ringing' ? 'ringing' : 'queued'
}
