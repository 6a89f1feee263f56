import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf } from '../places/wall-clock'
import { NumberAnswer } from '../schemas/number'
import { planAnswer } from './answer-plan'
import { answerKind, dayPeriods } from './day-periods'

const zone = 'America/New_York'
const office = (hours: object[], holidays: string[] = []) =>
  NumberAnswer.parse({ transferTo: '+14155550199', hours: { time_zone: zone, hours, holidays } })
const inWords = (answer: NumberAnswer, date: string) =>
  dayPeriods(answer, date, zone).map(({ from, to, kind, hours }) => `${from}-${to} ${kind} ${hours}`)
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const opening = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.nat(1439), fc.nat(1440))
  .filter(([, from, to]) => from < to)
  .map(([days, from, to]) => ({ days, from: clock(from), to: clock(to) }))
// With the days on which the clocks change, and the holiday.
const date = fc.constantFrom('2026-03-08', '2026-11-01', '2026-11-25', '2026-11-28', '2026-12-25')

describe('dayPeriods', () => {
  test('cuts a day where what a caller meets changes, and joins what touches', () => {
    const hours = [
      { days: [3], from: '09:30', to: '12:00' },
      { days: [3], from: '12:00', to: '24:00' },
      { days: [4], from: '07:00', to: '08:00' },
    ]
    expect(inWords(office(hours), '2026-11-25')).toEqual(['0-570 voicemail closed', '570-1440 rings open'])
    expect(inWords(office(hours, ['11-25']), '2026-11-25')).toEqual(['0-1440 voicemail holiday'])
    expect(inWords(NumberAnswer.parse({ transferTo: null }), '2026-11-25')).toEqual(['0-1440 voicemail open'])
  })

  test('says of every minute what the plan of a live call says', () => {
    fc.assert(
      fc.property(fc.array(opening, { maxLength: 4 }), date, fc.nat(1439), (hours, day, minute) => {
        const answer = office(hours, ['12-25'])
        const periods = dayPeriods(answer, day, zone)
        expect(periods[0]?.from).toBe(0)
        expect(periods.map(({ to }) => to)).toEqual([...periods.slice(1).map(({ from }) => from), 1440])
        // A minute that the clock skips has no call.
        fc.pre(day !== '2026-03-08' || minute < 120 || minute >= 180)
        const at = momentOf(day, minute, zone)
        const period = periods.find(({ from, to }) => from <= minute && minute < to)
        expect(period?.kind).toBe(answerKind(planAnswer(answer, { at, recruiter: null })))
      }),
    )
  })
})
