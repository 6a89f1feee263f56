import { expect, test } from 'vitest'
import { recordingSentence } from './recording-sentence'

test.each([
  ['call:in-progress', null, 'Recording began'],
  ['call:completed', '65', 'Recording, 65 seconds'],
  ['voicemail:in-progress', null, 'A message is being left'],
  ['voicemail:completed', '9', 'Voicemail, 9 seconds'],
  ['voicemail:deleted', '9', 'Voicemail, 9 seconds: deleted'],
  ['call:absent', '0', 'Recording: nothing was recorded'],
  ['call:failed', null, 'Recording: Twilio could not make it'],
  ['call:stopped', null, 'Recording: being finished'],
])('%s of %s seconds', (word, seconds, sentence) => {
  expect(recordingSentence(word, seconds)).toBe(sentence)
})
