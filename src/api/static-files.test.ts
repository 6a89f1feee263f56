import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staticFiles } from './static-files'

let parent: string
let app: ReturnType<typeof staticFiles>

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'static-files-'))
  const directory = join(parent, 'web')
  await mkdir(join(directory, 'assets'), { recursive: true })
  await writeFile(join(directory, 'index.html'), '<title>dashboard</title>')
  await writeFile(join(directory, 'assets/index-abc.js'), 'hello()')
  await writeFile(join(directory, 'assets/index-abc.js.br'), brotliCompressSync('hello()'))
  await writeFile(join(parent, 'secret.txt'), 'secret')
  await mkdir(join(parent, 'web-other'))
  await writeFile(join(parent, 'web-other/secret.txt'), 'secret')
  app = staticFiles(directory)
})

afterAll(() => rm(parent, { recursive: true }))

const page = { headers: { accept: 'text/html' } }

describe('staticFiles', () => {
  test('serves hashed assets for ever, as the build compressed them', async () => {
    const response = await app.request('/assets/index-abc.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe('hello()')
  })

  test('serves the plain file to who takes no compression, and where there is no compressed one', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const response = await app.request('/assets/index-abc.js', { headers: { 'accept-encoding': encoding } })
      expect(response.headers.get('content-encoding')).toBeNull()
      expect(await response.text()).toBe('hello()')
    }
  })

  test('answers every page address with the dashboard, to be asked again', async () => {
    for (const path of ['/', '/calls/CA1', '/messages']) {
      const response = await app.request(path, page)
      expect(await response.text()).toContain('dashboard')
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  test('says not modified to who has the file', async () => {
    const etag = (await app.request('/', page)).headers.get('etag')
    const response = await app.request('/', { headers: { ...page.headers, 'if-none-match': etag ?? '' } })
    expect(response.status).toBe(304)
  })

  test.each(['/assets/missing.js', '/api/twilio/nothing', '/favicon.ico'])(
    'does not pretend to have %s',
    async (path) => {
      expect((await app.request(path, page)).status).toBe(404)
    },
  )

  test.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%2fweb-other/secret.txt',
    '/%00',
    '/%E0%A4%A',
  ])('gives nothing outside the folder for %s', async (path) => {
    const response = await app.request(path, { headers: { accept: '*/*' } })
    expect(await response.text()).not.toContain('secret')
    expect(response.status).toBe(404)
  })
})
