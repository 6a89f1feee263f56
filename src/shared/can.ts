import { callStatusRank, isTerminalCallStatus, type CallStatus } from './calls/call-status-rank'
import { messageStatusRank, type MessageStatus } from './messages/message-status-rank'
import { recordingStatusRank, type RecordingStatus } from './recordings/recording-status-rank'
import type { Call } from './schemas/call'
import type { LiveTopic } from './schemas/live-event'
import type { Role } from './schemas/role'
import type { ScheduledStatus } from './schemas/scheduled-message'

/** Who may do what: the one table, asked by the API and by every button. Roles are listed, never compared. */
const rolesFor = {
  'calls.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'calls.place': ['admin', 'supervisor', 'agent'],
  'calls.control': ['admin', 'supervisor', 'agent'],
  'call_settings.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'call_settings.write': ['admin'],
  'messages.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'messages.send': ['admin', 'supervisor', 'agent'],
  'messages.delete': ['admin', 'supervisor'],
  'conversations.write': ['admin', 'supervisor', 'agent'],
  'conferences.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'campaigns.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'templates.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'templates.write': ['admin', 'supervisor', 'agent'],
  'contacts.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'contacts.write': ['admin', 'supervisor', 'agent'],
  'permission_rules.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'permission_rules.write': ['admin'],
  'verdicts.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'consents.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'consents.write': ['admin', 'supervisor', 'agent'],
  'opt_outs.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'opt_outs.write': ['admin', 'supervisor', 'agent'],
  'keywords.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'keywords.write': ['admin', 'supervisor'],
  'ai_settings.read': ['admin', 'supervisor'],
  'ai_settings.write': ['admin'],
  'recordings.read': ['admin', 'supervisor', 'agent'],
  'recordings.delete': ['admin', 'supervisor'],
  'recording_rules.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'recording_rules.write': ['admin'],
  'flows.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'flows.write': ['admin', 'supervisor'],
  'numbers.read': ['admin', 'supervisor', 'agent', 'viewer'],
  'numbers.write': ['admin'],
  /** Which flows answer a number, and nothing else of it. */
  'numbers.assign': ['admin', 'supervisor'],
  'operations.read': ['admin', 'supervisor'],
  'operations.settle': ['admin', 'supervisor'],
  'people.read': ['admin'],
  'people.write': ['admin'],
  'api_keys.read': ['admin'],
  'api_keys.write': ['admin'],
  'metrics.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof rolesFor

export const permissions = Object.keys(rolesFor).filter((name): name is Permission => name in rolesFor)

/** All that a role may do, for a screen to decide what it offers. */
export function permissionsOf(role: Role): Permission[] {
  return permissions.filter((permission) => roleCan(role, permission))
}

export function roleCan(role: Role, permission: Permission) {
  const roles: readonly Role[] = rolesFor[permission]
  return roles.includes(role)
}

/** Which permission a live topic needs. */
export const permissionOfTopic = {
  calls: 'calls.read',
  messages: 'messages.read',
  conferences: 'conferences.read',
  campaigns: 'campaigns.read',
  contacts: 'contacts.read',
  flows: 'flows.read',
  numbers: 'numbers.read',
  recordings: 'recordings.read',
  operations: 'operations.read',
  people: 'people.read',
} as const satisfies Record<LiveTopic, Permission>

/** What a call's status allows; the reason is what a disabled button says. */
export const callCan = {
  hangUp: (status: CallStatus) => possible(!isTerminalCallStatus(status), 'This call is already over.'),
  /** Only whom we called has a machine that takes a message. */
  dropVoicemail: ({ status, direction }: Pick<Call, 'status' | 'direction'>) =>
    possible(
      direction === 'outbound' && callStatusRank[status] === callStatusRank['in-progress'],
      'A greeting can be left only in a call of ours that has been answered.',
    ),
  transfer: (status: CallStatus) =>
    possible(callStatusRank[status] === callStatusRank['in-progress'], 'Only a call in progress can be transferred.'),
}

/** What can be done about the recording of a call. */
export const callRecordingCan = {
  start: ({ status, recording }: RecordedCall) =>
    status === 'in-progress'
      ? possible(recording === 'off', 'This call is being recorded already.')
      : possible(false, 'Only a call in progress can be recorded.'),
  paused: ({ recording }: RecordedCall) => possible(recording === 'on', 'Nothing is being recorded now.'),
  'in-progress': ({ recording }: RecordedCall) => possible(recording === 'paused', 'The recording is not paused.'),
  stopped: ({ recording }: RecordedCall) => possible(recording !== 'off', 'This call is not being recorded.'),
}

type RecordedCall = Pick<Call, 'status' | 'recording'>

/** What can still be done with a text for later. */
export const scheduledMessageCan = {
  change: (status: ScheduledStatus) => waits(status, 'changed'),
  cancel: (status: ScheduledStatus) => waits(status, 'canceled'),
  sendNow: (status: ScheduledStatus) => waits(status, 'sent'),
}

function waits(status: ScheduledStatus, word: string): Possibility {
  if (status === 'sending') return possible(false, 'It is being sent right now.')
  const isOpen = status === 'scheduled' || status === 'held' || status === 'expired'
  return possible(isOpen, `It is ${status} already and cannot be ${word}.`)
}

/** What a text's status allows. */
export const messageCan = {
  delete: (status: MessageStatus) =>
    possible(
      messageStatusRank[status] >= messageStatusRank.sent,
      'This text is still on its way. It can be deleted once it has been sent.',
    ),
}

/** What can be done with a recording: Twilio deletes none that still runs. */
export const recordingCan = {
  delete: (status: RecordingStatus) =>
    possible(recordingStatusRank[status] >= recordingStatusRank.absent, 'It is still being recorded. Stop it first.'),
}

export type Possibility = { possible: true } | { possible: false; reason: string }

function possible(condition: boolean, reason: string): Possibility {
  return condition ? { possible: true } : { possible: false, reason }
}
