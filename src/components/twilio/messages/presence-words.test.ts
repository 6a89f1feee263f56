import { expect, test } from 'vitest'
import { presenceWords } from './presence-words'

const person = (name: string, state: 'reading' | 'writing' = 'reading') => ({ id: name, name, state, expiresAt: '' })

test.each([
  [[], ''],
  [[person('Maria Lopez')], 'Maria is reading'],
  [[person('Maria Lopez', 'writing'), person('Tom Reed')], 'Maria is writing…'],
  [[person('Tom Reed', 'writing'), person('Maria Lopez', 'writing')], 'Maria and Tom are writing…'],
  [[person('Maria'), person('Tom'), person('Ann'), person('Zoe')], 'Ann, Maria and 2 more are reading'],
])('%#', (people, words) => {
  expect(presenceWords(people)).toBe(words)
})
