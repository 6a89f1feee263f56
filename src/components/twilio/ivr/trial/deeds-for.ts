import { findState, type FlowDefinition } from '@/shared/ivr/definition'
import type { Simulation } from '@/shared/ivr/simulate'

export type Waiting = 'keys' | 'recording' | 'ringing' | 'text' | 'silence' | null

/** What the person at the other end can do now. */
export function waitingFor(definition: FlowDefinition, { execution, pending }: Simulation): Waiting {
  if (execution.status === 'ended' || pending === null) return null
  if (pending.wait === 'message') return 'text'
  const type = execution.at === null ? undefined : findState(definition, execution.at)?.type
  if (type === 'gather-input-on-call') return 'keys'
  if (type === 'record-voicemail') return 'recording'
  return type === 'connect-call-to' || type === 'enqueue-call' ? 'ringing' : 'silence'
}
