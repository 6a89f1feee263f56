import { beforeAll, describe, expect, test } from 'vitest'
import { formatPhoneNumber } from './format-phone-number'
import { parsePhoneNumber } from './parse-phone-number'
import { phoneLibrary } from './phone-library'

describe('formatPhoneNumber', () => {
  beforeAll(() => phoneLibrary.load())

  test('writes a number at home nationally and one abroad with its country', () => {
    expect(formatPhoneNumber('+14155550123')).toBe('(415) 555-0123')
    expect(formatPhoneNumber('+442079460018')).toBe('+44 20 7946 0018')
  })

  test('leaves what is no number as it is', () => {
    expect(formatPhoneNumber('anonymous')).toBe('anonymous')
    expect(formatPhoneNumber('client:maya')).toBe('client:maya')
  })
})

describe('parsePhoneNumber', () => {
  test.each([
    ['(415) 555-0123', '+14155550123'],
    ['415.555.0123', '+14155550123'],
    ['+44 20 7946 0018', '+442079460018'],
    [' +14155550123 ', '+14155550123'],
  ])('reads %s', (typed, expected) => {
    expect(parsePhoneNumber(typed)).toBe(expected)
  })

  test.each(['', 'Dana', '555', '+1'])('%j is not a number to call', (typed) => {
    expect(parsePhoneNumber(typed)).toBeNull()
  })
})
