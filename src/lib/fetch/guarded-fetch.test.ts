import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guardedFetch, type GuardedFetch } from './guarded-fetch'

let server: Server
let elsewhere: Server
let answer: (request: IncomingMessage, response: ServerResponse) => void
let seen: { url: string | undefined; host: string | undefined; authorization: string | undefined }[]

beforeEach(async () => {
  seen = []
  const listener: RequestListener = (request, response) => {
    seen.push({ url: request.url, host: request.headers.host, authorization: request.headers.authorization })
    answer(request, response)
  }
  server = await listen(listener)
  elsewhere = await listen(listener)
})
afterEach(async () => {
  for (const each of [server, elsewhere]) {
    each.closeAllConnections()
    await new Promise((resolve) => each.close(resolve))
  }
})

async function listen(listener: RequestListener) {
  const made = createServer(listener)
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return made
}
const originOf = (of: Server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}`
const get = async (address: string, options: Partial<GuardedFetch> = {}) => {
  const fetched = await guardedFetch(address, { maximumBytes: 1_000, timeoutMilliseconds: 5_000, ...options })
  const chunks = []
  for await (const chunk of fetched.body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
const trusting = (): Partial<GuardedFetch> => ({
  trusted: { origin: originOf(server), username: 'AC1', password: 'token' },
})
const redirectTo = (location: string) => (request: IncomingMessage, response: ServerResponse) =>
  request.url === '/target' ? response.end('there') : response.writeHead(307, { Location: location }).end()

describe('guardedFetch', () => {
  test('fetches from the trusted origin with its credentials, wherever that lies', async () => {
    answer = (_request, response) => response.end('bytes')
    expect(await get(`${originOf(server)}/file`, trusting())).toBe('bytes')
    expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from('AC1:token').toString('base64')}`)
  })

  test.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'http://0/',
  ])('refuses %s without a connection', async (address) => {
    await expect(get(address, trusting())).rejects.toMatchObject({ kind: 'refused', message: /private network/ })
    expect(seen).toEqual([])
  })

  test('trusts one origin exactly: another port of the same machine is refused', async () => {
    await expect(get(`${originOf(elsewhere)}/`, trusting())).rejects.toMatchObject({ kind: 'refused' })
    expect(seen).toEqual([])
  })

  test.each([
    'ftp://example.com/a',
    'file:///etc/passwd',
    'data:text/plain,x',
    'nonsense',
    'http://user:pass@example.com/',
  ])('refuses %s', async (address) => await expect(get(address)).rejects.toMatchObject({ kind: 'refused' }))

  test('refuses a name of which any address is private', async () => {
    const resolver = {
      resolve: async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.5', family: 4 },
      ],
      isPublic: (address: string) => address !== '10.0.0.5',
    }
    await expect(get('http://files.localhost/', { resolver })).rejects.toMatchObject({ kind: 'refused' })
  })

  test('asks for a name once and connects to what was checked', async () => {
    answer = (_request, response) => response.end('pinned')
    let asked = 0
    const resolver = {
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.5', family: 4 }],
      isPublic: (address: string) => address === '127.0.0.1',
    }
    const { port } = new URL(originOf(server))
    expect(await get(`http://files.localhost:${port}/`, { resolver })).toBe('pinned')
    expect([asked, seen[0]?.host, seen[0]?.authorization]).toEqual([1, `files.localhost:${port}`, undefined])
  })

  test('follows a redirect, and checks it like the first address', async () => {
    answer = redirectTo('/target')
    expect(await get(`${originOf(server)}/`, trusting())).toBe('there')
    answer = redirectTo('http://169.254.169.254/')
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'refused' })
    answer = redirectTo(`${originOf(elsewhere)}/target`)
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'refused' })
  })

  test('does not take the credentials along to another origin', async () => {
    answer = redirectTo(`${originOf(elsewhere).replace('127.0.0.1', 'files.localhost')}/target`)
    const resolver = { resolve: async () => [{ address: '127.0.0.1', family: 4 }], isPublic: () => true }
    expect(await get(`${originOf(server)}/`, { ...trusting(), resolver })).toBe('there')
    expect(seen.map((request) => request.authorization !== undefined)).toEqual([true, false])
  })

  test('gives up on a chain of redirects', async () => {
    answer = redirectTo('/again')
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'refused' })
    expect(seen).toHaveLength(4)
  })

  test('refuses what says it is too large before reading it, and what turns out to be while reading', async () => {
    answer = (_request, response) => response.writeHead(200, { 'Content-Length': 1_001 }).write('x')
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'refused', message: /larger/ })
    answer = (_request, response) => response.writeHead(200).end('x'.repeat(1_001))
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'refused', message: /larger/ })
    answer = (_request, response) => response.end('x'.repeat(1_000))
    expect(await get(`${originOf(server)}/`, trusting())).toHaveLength(1_000)
  })

  test('a server that is silent, that stops half way, or that says no may be asked again', async () => {
    answer = () => undefined
    const soon = { ...trusting(), timeoutMilliseconds: 60 }
    await expect(get(`${originOf(server)}/`, soon)).rejects.toMatchObject({ kind: 'failed', message: /too long/ })
    answer = (_request, response) => response.writeHead(200).write('half')
    await expect(get(`${originOf(server)}/`, soon)).rejects.toMatchObject({ kind: 'failed' })
    answer = (request, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('half')
      setImmediate(() => request.socket.destroy())
    }
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'failed' })
    answer = (_request, response) => response.writeHead(404).end()
    await expect(get(`${originOf(server)}/`, trusting())).rejects.toMatchObject({ kind: 'failed', message: /404/ })
  })
})
