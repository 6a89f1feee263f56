import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn, whileCallerWaits } from './callers-first'

test('texts are begun at once while nobody waits on the line, else a few at a time, and none is forgotten', async () => {
  const begun: number[] = []
  const texts = (first: number) => {
    for (let text = first; text < first + 10; text += 1) inTurn(() => begun.push(text))
  }
  texts(0)
  expect(begun).toHaveLength(10)

  const line = Promise.withResolvers<string>()
  const answer = whileCallerWaits(() => line.promise)
  texts(10)
  expect(begun).toHaveLength(10)
  await nextTurn()
  expect(begun).toHaveLength(14)
  line.resolve('<Response/>')
  expect(await answer).toBe('<Response/>')
  await nextTurn()
  expect(begun).toEqual(Array.from({ length: 20 }, (_, text) => text))
})

test('an answer that fails holds up no text', async () => {
  await expect(whileCallerWaits(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  let isBegun = false
  inTurn(() => (isBegun = true))
  expect(isBegun).toBe(true)
})
