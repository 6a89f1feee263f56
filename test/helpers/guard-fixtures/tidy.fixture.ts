import { createServer } from 'node:http'
import { expect, test } from 'vitest'

test('asks a server of its own and closes it', async () => {
  clearInterval(setInterval(() => {}, 60_000))
  clearTimeout(setTimeout(() => {}, 60_000))
  setTimeout(() => {}, 60_000).unref()
  await new Promise((resolve) => setTimeout(resolve, 1))
  const server = createServer((_, response) => response.end('hello'))
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const answer = await fetch(`http://localhost:${port}/`)
  expect(await answer.text()).toBe('hello')
  await new Promise((resolve) => server.close(resolve))
})
