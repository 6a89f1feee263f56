import { describe, expect, it } from 'vitest'
import { parsePhoneNumber } from './parse-phone-number.ts'

describe('a typed phone number', () => {
  it('may be written with spaces, brackets, dots and dashes', () => {
    for (const typed of ['+14155550123', ' +1 (415) 555-0123 ', '+1.415.555.0123']) {
      expect(parsePhoneNumber(typed)).toEqual({ ok: true, phoneNumber: '+14155550123' })
    }
  })

  it('is refused with a sentence that says what is missing', () => {
    expect(parsePhoneNumber('  ')).toMatchObject({ ok: false, reason: expect.stringContaining('Enter a phone number') })
    expect(parsePhoneNumber('4155550123')).toMatchObject({ ok: false, reason: expect.stringContaining('country code') })
    expect(parsePhoneNumber('+1415CALLNOW')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('digits only'),
    })
    expect(parsePhoneNumber('+0415555')).toMatchObject({ ok: false, reason: expect.stringContaining('not 0') })
    expect(parsePhoneNumber('+1234567890123456')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('7 to 15'),
    })
  })
})
