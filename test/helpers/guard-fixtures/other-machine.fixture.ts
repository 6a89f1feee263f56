import { expect, test } from 'vitest'

test('asks another machine and hides that it failed', async () => {
  const answer = await fetch('http://192.0.2.1/').catch(() => null)
  expect(answer).toBeNull()
})
