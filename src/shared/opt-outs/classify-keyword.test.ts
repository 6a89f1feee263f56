import { describe, expect, test } from 'vitest'
import { classifyKeyword } from './classify-keyword'

describe('classifyKeyword', () => {
  test.each(['STOP', 'stopall', 'Unsubscribe', 'cancel', 'END', 'quit', 'OptOut', 'REVOKE', '  stop \n'])(
    '%j refuses further texts',
    (body) => expect(classifyKeyword(body)).toBe('STOP'),
  )

  test.each(['START', 'yes', 'Unstop'])('%j takes the refusal back', (body) =>
    expect(classifyKeyword(body)).toBe('START'),
  )

  test.each(['HELP', ' info '])('%j asks for help', (body) => expect(classifyKeyword(body)).toBe('HELP'))

  test.each(['STOP please', "don't stop", '', 'stop.', 'yes, Tuesday works', 'constructor', '__proto__'])(
    '%j is an ordinary text',
    (body) => expect(classifyKeyword(body)).toBeNull(),
  )

  test("Twilio's own verdict wins, in whatever language the text is", () => {
    expect(classifyKeyword('ARRET', 'STOP')).toBe('STOP')
    expect(classifyKeyword('stop', 'HELP')).toBe('HELP')
  })

  test('a verdict Twilio does not define counts for nothing', () => {
    expect(classifyKeyword('stop', 'toString')).toBe('STOP')
  })
})
