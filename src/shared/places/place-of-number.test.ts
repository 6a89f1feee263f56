import { expect, test } from 'vitest'
import { areaCodesByPlace } from './nanp-area-codes'
import { placeOfNumber } from './place-of-number'
import { regionOfPostalCode } from './postal-codes'

const place = (number: string) => {
  const { country, region, timeZones } = placeOfNumber(number)
  return `${country} ${region} ${timeZones.join(' ')}`
}

test.each([
  ['+14155550123', 'US US-CA America/Los_Angeles'],
  ['+18505550123', 'US US-FL America/New_York America/Chicago'],
  ['+19155550123', 'US US-TX America/Denver'],
  ['+14165550123', 'CA CA-ON America/Toronto America/Winnipeg'],
  ['+18005550123', 'US null '],
  ['+15005550006', 'US null '],
  ['+1234567890', 'null null '],
  ['+19995550123', 'null null '],
  ['+17875550123', 'PR null America/Puerto_Rico'],
  ['+442079460018', 'GB null Europe/London'],
  ['+4930123456', 'DE null Europe/Berlin Europe/Busingen'],
  ['+9999999999', 'null null '],
])('%s is at home in %s', (number, said) => {
  expect(place(number)).toBe(said)
})

test('no area code stands in two places, and each has a time zone', () => {
  const codes = areaCodesByPlace.match(/\b\d{3}\b/g) ?? []
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThan(400)
  expect(codes.filter((code) => placeOfNumber(`+1${code}5550123`).timeZones.length === 0)).toEqual([])
})

test.each([
  ['US', '94105', 'US-CA', null],
  ['US', '79901', 'US-TX', ['America/Denver']],
  ['US', '32501-1234', 'US-FL', ['America/Chicago']],
  ['CA', 'M5V 2T6', 'CA-ON', null],
])('the postal code %s %s lies in %s', (country, code, region, timeZones) => {
  expect(regionOfPostalCode(country, code)).toEqual({ region, timeZones })
})

test('a postal code that is none says nothing', () => {
  expect(regionOfPostalCode('US', '000')).toBeNull()
  expect(regionOfPostalCode('DE', '10115')).toBeNull()
})
