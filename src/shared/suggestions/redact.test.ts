import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesLuhn, redact } from './redact'

test.each([
  ['my card is 4111 1111 1111 1111 thanks', 'my card is [card number] thanks'],
  ['4111-1111-1111-1111', '[card number]'],
  ['amex 378282246310005', 'amex [card number]'],
  ['ssn 123-45-6789', 'ssn [social security number]'],
  ['its 123 45 6789 ok', 'its [social security number] ok'],
  ['My SSN is 123456789', 'My SSN is [social security number]'],
  ['social security number: 123456789.', 'social security number: [social security number].'],
  ['routing number 021000021 account 12345678', 'routing number [account number] account [account number]'],
  ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [bank account]'],
  ['passport no. 123456789', 'passport no. [account number]'],
])('%j', (text, expected) => expect(redact(text)).toBe(expected))

test.each([
  'Call me at 415-555-0123',
  'my number is +1 (415) 555-0123',
  'order 123456789',
  'I can start 2026-11-23 at 9:30',
  'room 4111 on floor 11',
  'zip 94105-1234',
  'The account manager called',
])('leaves %j alone', (text) => expect(redact(text)).toBe(text))

test('no card number gets through, however it is written and whatever is around it', () => {
  const card = fc.stringMatching(/^[3-6]\d{14}$/).map((start) => {
    for (let check = 0; check < 10; check += 1)
      if (passesLuhn([...start.split(''), String(check)])) return `${start}${check}`
    throw new Error('no check digit')
  })
  fc.assert(
    fc.property(
      card,
      fc.constantFrom('', ' ', '-', '.'),
      fc.stringMatching(/^[a-z ]{0,12}$/),
      fc.stringMatching(/^[a-z !]{0,12}$/),
      (digits, mark, before, after) => {
        const written = digits.match(/.{4}/g)!.join(mark)
        const left = redact(`${before}${written}${after}`)
        expect(left.replaceAll(/\D/g, '')).not.toContain(digits)
        // With letters before them, sixteen digits may pass as an IBAN too.
        expect(left).toMatch(/\[(?:card number|bank account)\]/)
      },
    ),
  )
})

test('takes any text, and the second time changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      expect(redact(redact(text))).toBe(redact(text))
    }),
    { numRuns: 50 },
  )
  const started = process.cpuUsage()
  for (const part of ['1', '1 ', 'ssn ', 'account ', 'DE89 ', '123-45-']) redact(part.repeat(800))
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000)
})
