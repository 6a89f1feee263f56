import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn, whileCallerWaits } from './callers-first'

test('texts are begun a dozen in a turn, one while somebody waits on the line, and none is forgotten', async () => {
  const begun: number[] = []
  const texts = (first: number) => {
    for (let text = first; text < first + 20; text += 1) inTurn(() => begun.push(text))
  }
  texts(0)
  await nextTurn()
  expect(begun).toHaveLength(12)
  await nextTurn()
  expect(begun).toHaveLength(20)

  const line = Promise.withResolvers<string>()
  const answer = whileCallerWaits(() => line.promise)
  texts(20)
  await nextTurn()
  expect(begun).toHaveLength(21)
  await nextTurn()
  expect(begun).toHaveLength(22)
  line.resolve('<Response/>')
  expect(await answer).toBe('<Response/>')
  for (let turn = 0; turn < 2; turn += 1) await nextTurn()
  expect(begun).toEqual(Array.from({ length: 40 }, (_, text) => text))
})

test('an answer that fails holds up no text', async () => {
  await expect(whileCallerWaits(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  let begun = 0
  for (let text = 0; text < 12; text += 1) inTurn(() => (begun += 1))
  await nextTurn()
  expect(begun).toBe(12)
})
