import { expect, test } from 'vitest'
import { recordingStatusRank } from '@/shared/recordings/recording-status-rank'
import { Recording, RecordingStatusSchema } from '@/shared/schemas/recording'
import { recordingName, recordingReason, recordingState } from './recording-words'

function recording(status: Recording['status'], file: Recording['file']['status'], more: object = {}) {
  return Recording.parse({
    id: '00000000-0000-7000-8000-000000000001',
    recordingSid: 'RE1',
    callSid: 'CA1',
    conferenceSid: null,
    kind: 'call',
    status,
    direction: 'inbound',
    from: '+12125550123',
    to: '+12125550100',
    contactName: null,
    channels: 2,
    durationSeconds: 9,
    startedAt: '2026-11-22T12:00:00.000Z',
    errorMessage: null,
    reason: { by: 'rule', name: null },
    notice: null,
    file: { status: file, reason: null, contentType: null, sizeBytes: null },
    ...more,
  })
}

test('only what is complete and here can be played; all else says why, as a sentence', () => {
  const files = ['waiting', 'pending', 'stored', 'failed', 'refused'] as const
  const states = RecordingStatusSchema.options.flatMap((status) =>
    files.map((file) => ({ as: `${status} ${file}`, state: recordingState(recording(status, file)) })),
  )
  const playable = states.filter(({ state }) => state === null)
  expect(playable.map(({ as }) => as)).toEqual(['completed stored'])
  for (const { state } of states.filter((each) => each.state)) expect(state?.words).toMatch(/^[A-Z].+[.…]$/)
  expect(RecordingStatusSchema.options).toEqual(Object.keys(recordingStatusRank))
})

test('the reason of what failed is said', () => {
  const file = { status: 'failed', reason: 'The answer was HTTP 503.', contentType: null, sizeBytes: null }
  expect(recordingState(recording('completed', 'failed', { file }))?.words).toBe(
    'The answer was HTTP 503. It is tried again by itself.',
  )
  expect(recordingState(recording('absent', 'waiting', { errorMessage: 'It was silent.' }))?.words).toBe(
    'It was silent.',
  )
})

test.each([
  ['voicemail', 'Voicemail'],
  ['call', 'Recording'],
  ['conference', 'Conference recording'],
] as const)('a %s is called %s', (kind, name) => {
  expect(recordingName({ kind })).toBe(name)
})

const reason = (by: Recording['reason']['by'], name: string | null = null, notice: string | null = null) =>
  recordingReason(recording('completed', 'stored', { reason: { by, name }, notice }))

test('why it was made is said, and whether the other party was told', () => {
  expect([
    reason('voicemail'),
    reason('rule', null, 'This call is recorded.'),
    reason('person', 'Maria Lopez'),
    reason('flow', 'Main menu', 'This call is recorded.'),
    reason('program'),
    reason('other'),
  ]).toEqual([
    'Left by the caller',
    'By a rule, after a notice',
    'By Maria Lopez, without a notice',
    'By the flow “Main menu”, after a notice',
    'By a program, without a notice',
    'At Twilio, without a notice',
  ])
})
