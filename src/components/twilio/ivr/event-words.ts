import type { WayOut } from '@/shared/ivr/edit/ways-out'

/** Studio's events as a recruiter reads them. */
const words: Readonly<Record<string, string>> = {
  incomingCall: 'a call comes',
  incomingMessage: 'a text comes',
  incomingRequest: 'started by a program',
  incomingConversationMessage: 'a conversation’s text',
  audioComplete: 'then',
  keypress: 'pressed keys',
  speech: 'said something',
  timeout: 'did nothing',
  noMatch: 'otherwise',
  match: 'if',
  hangup: 'hung up',
  recordingComplete: 'recorded',
  noAudio: 'said nothing',
  callCompleted: 'ringing ended',
  callComplete: 'left the queue',
  failedToEnqueue: 'could not queue',
  callFailure: 'call failed',
  sent: 'sent',
  failed: 'failed',
  fail: 'failed',
  success: 'worked',
  deliveryFailure: 'not delivered',
  next: 'then',
  completed: 'came back',
  return: 'came back',
  open: 'open',
  closed: 'closed',
  holiday: 'holiday',
  found: 'known',
  notFound: 'not known',
  requested: 'noted',
  done: 'done',
  answered: 'answered',
  answeredByMachine: 'a machine answered',
  busy: 'busy',
  noAnswer: 'no answer',
}

/** How the box and the inspector name a way out; a split's branch by its first condition. */
export function wayWords({ event, transition }: Pick<WayOut, 'event' | 'transition'>): string {
  if (event !== 'match') return words[event] ?? event
  const [first, ...more] = transition.conditions ?? []
  if (!first) return 'if …'
  const comparison = comparisonWords[first.type] ?? first.type
  return `${comparison} ${first.value}${more.length > 0 ? ` and ${more.length} more` : ''}`.trim()
}

/** Studio's comparisons, in the order the editor offers them. */
export const comparisonWords: Readonly<Record<string, string>> = {
  equal_to: 'is',
  not_equal_to: 'is not',
  matches_any_of: 'is one of',
  does_not_match_any_of: 'is none of',
  contains: 'contains',
  does_not_contain: 'does not contain',
  starts_with: 'begins with',
  does_not_start_with: 'does not begin with',
  is_blank: 'is empty',
  is_not_blank: 'is not empty',
  less_than: 'is less than',
  greater_than: 'is more than',
  is_before_date: 'is before the day',
  is_after_date: 'is after the day',
  is_before_time: 'is before the time',
  is_after_time: 'is after the time',
  regex: 'matches the pattern',
}
