import { expect, test } from 'vitest'
import { warningsInWords } from './phone-words'

test('warnings are sentences, each once, even one that is new to us', () => {
  expect(
    warningsInWords(['high-packet-loss', 'high-packets-lost-fraction', 'low-bytes-sent', 'high-moonlight']),
  ).toEqual([
    'Parts of the sound are being lost on the way.',
    'Nothing is being sent: they cannot hear you.',
    'The sound of this call may be poor.',
  ])
})
