import { describe, expect, test } from 'vitest'
import { NumberAnswer } from '../schemas/number'
import { planAnswer } from './answer-plan'

const desk = '+14155550199'
const flowId = '019aa000-0000-7000-8000-000000000001'
const open = new Date('2026-11-25T15:00:00Z')
const night = new Date('2026-11-25T04:00:00Z')
const christmas = new Date('2026-12-25T15:00:00Z')
const hours = {
  time_zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  holidays: ['12-25'],
}
const plan = (answer: object, at = open, recruiter: string | null = null) =>
  planAnswer(NumberAnswer.parse({ greeting: 'Hello.', ...answer }), { at, recruiter })

const atNight = (closed: object) => plan({ hours, closed: { greeting: 'We are closed.', ...closed } }, night)

describe('planAnswer', () => {
  test('puts a caller through, then to voicemail; without anybody to ring at once', () => {
    expect(plan({ transferTo: desk })).toEqual({
      hours: 'open',
      greeting: 'Hello.',
      rounds: [[{ phoneNumber: desk }]],
      last: { kind: 'voicemail' },
    })
    expect(plan({ transferTo: null })).toMatchObject({ greeting: null, rounds: [], last: { kind: 'voicemail' } })
  })

  test.each([
    ['in_turn', [[{ phoneNumber: desk }], [{ personId: 'maria' }]]],
    ['together', [[{ phoneNumber: desk }, { personId: 'maria' }]]],
  ])('rings several %s', (order, rounds) => {
    const targets = [{ phoneNumber: desk }, { personId: 'maria' }]
    expect(plan({ transferTo: '+14155550111', ring: { order, targets } }).rounds).toEqual(rounds)
  })

  test('rings the recruiter first and not twice, then the usual ones or the flow', () => {
    const ring = { order: 'in_turn', targets: [{ personId: 'maria' }, { phoneNumber: desk }] }
    expect(plan({ ring }, open, 'maria').rounds).toEqual([[{ personId: 'maria' }], [{ phoneNumber: desk }]])
    expect(plan({ flowId }, open, 'maria')).toMatchObject({
      greeting: 'Hello.',
      rounds: [[{ personId: 'maria' }]],
      last: { kind: 'flow', flowId },
    })
    expect(plan({ flowId })).toMatchObject({ greeting: null, rounds: [], last: { kind: 'flow', flowId } })
  })

  test('is closed at night and on holidays, for the recruiter and the flow too', () => {
    const closed = { greeting: 'We are closed.' }
    for (const [at, word] of [
      [night, 'closed'],
      [christmas, 'holiday'],
    ] as const) {
      expect(plan({ hours, closed, flowId, transferTo: desk }, at, 'maria')).toEqual({
        hours: word,
        greeting: 'We are closed.',
        rounds: [],
        last: { kind: 'voicemail' },
      })
    }
    expect(plan({ hours, closed, transferTo: desk }, open)).toMatchObject({ hours: 'open', greeting: 'Hello.' })
  })

  test('closed, says goodbye, transfers or lets a flow answer', () => {
    expect(atNight({ next: 'goodbye' })).toMatchObject({ greeting: 'We are closed.', last: { kind: 'goodbye' } })
    expect(atNight({ next: 'transfer', transferTo: desk })).toMatchObject({
      greeting: 'We are closed.',
      rounds: [[{ phoneNumber: desk }]],
      last: { kind: 'voicemail' },
    })
    expect(atNight({ next: 'flow', flowId })).toMatchObject({ greeting: null, last: { kind: 'flow', flowId } })
  })
})
