import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordingStatus } from '@/shared/recordings/recording-status-rank'
import { deriveRecording } from './derive-recording'
import type { RecordingReport } from './recording-report'

function report(status: RecordingStatus, more: Partial<RecordingReport> = {}): RecordingReport {
  return {
    recordingSid: 'RE1',
    callSid: 'CA1',
    conferenceSid: null,
    status,
    source: null,
    channels: null,
    durationSeconds: null,
    mediaUrl: null,
    errorCode: null,
    startedAt: null,
    ...more,
  }
}

const reports = [
  report('in-progress', { startedAt: new Date('2026-11-22T10:00:00Z'), source: 'RecordVerb', durationSeconds: 0 }),
  report('completed', { durationSeconds: 12, mediaUrl: 'https://api.twilio.com/RE1', channels: 1 }),
]

test('a recording that is complete stays so and keeps all it was told, in any order and number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1), { maxLength: 8 }),
      fc.shuffledSubarray([0, 1], { minLength: 2 }),
      (more, both) => {
        const all = [...both, ...more].map((index) => reports[index]!)
        const derived = all.slice(1).reduce(deriveRecording, { ...all[0]!, id: 'id' })
        expect(derived).toEqual({
          ...report('completed'),
          id: 'id',
          startedAt: new Date('2026-11-22T10:00:00Z'),
          source: 'RecordVerb',
          durationSeconds: 12,
          mediaUrl: 'https://api.twilio.com/RE1',
          channels: 1,
        })
      },
    ),
  )
})
