import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeSupabaseStorage } from '../../../test/helpers/fake-supabase-storage'
import { createStorage } from './create-storage'
import type { Storage } from './storage'
import { newStorageKey } from './storage-key'

const none = { jwtSecret: null, jwksUrl: null }
let directory: string
let server: Server
let fake: ReturnType<typeof fakeSupabaseStorage>
let stores: Record<'local' | 'supabase', Storage>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'eva-files-'))
  fake = fakeSupabaseStorage({ bucket: 'our files', key: 'service-role' })
  server = createServer((request, response) => fake.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const bucket = { url: `${url}/`, serviceRoleKey: 'service-role', storageBucket: 'our files', ...none }
  stores = {
    local: createStorage({
      dataDirectory: directory,
      supabase: { url, serviceRoleKey: null, storageBucket: null, ...none },
    }),
    supabase: createStorage({ dataDirectory: directory, supabase: bucket }),
  }
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(directory, { recursive: true })
})

const textOf = async (store: Storage, key: string, range?: { start: number; end: number }) => {
  const file = await store.get(key, range)
  return file && { sizeBytes: file.sizeBytes, text: await new Response(file.body).text() }
}
async function* chunks(...parts: string[]) {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part))
}
async function* breaking() {
  yield await Promise.resolve(Buffer.from('half'))
  throw new Error('the line broke')
}

describe.each(['local', 'supabase'] as const)('the %s store', (name) => {
  const put = (key: string, body: string) => stores[name].put(key, Buffer.from(body), { contentType: 'text/plain' })

  test('gives back what was put, whole and in parts', async () => {
    const key = newStorageKey('media')
    expect(await put(key, '0123456789')).toEqual({ sizeBytes: 10 })
    expect(await textOf(stores[name], key)).toEqual({ sizeBytes: 10, text: '0123456789' })
    expect(await textOf(stores[name], key, { start: 2, end: 4 })).toEqual({ sizeBytes: 10, text: '234' })
    expect(await textOf(stores[name], key, { start: 8, end: 99 })).toEqual({ sizeBytes: 10, text: '89' })
    expect(await stores[name].size(key)).toBe(10)
  })

  test('takes a stream, and keeps nothing of one that breaks', async () => {
    const key = newStorageKey('recordings')
    expect(await stores[name].put(key, chunks('one ', 'two'), { contentType: 'audio/wav' })).toEqual({ sizeBytes: 7 })
    expect(await textOf(stores[name], key)).toEqual({ sizeBytes: 7, text: 'one two' })
    const broken = newStorageKey('recordings')
    await expect(stores[name].put(broken, breaking(), { contentType: 'audio/wav' })).rejects.toThrow(
      name === 'local' ? 'the line broke' : /cannot be reached/,
    )
    expect(await stores[name].get(broken)).toBeNull()
  })

  test('forgets what is deleted, and does not mind what is not there', async () => {
    const [key, other] = [newStorageKey('media'), newStorageKey('media')]
    await put(key, 'x')
    await stores[name].delete([key, other])
    await stores[name].delete([])
    expect([await stores[name].get(key), await stores[name].size(key)]).toEqual([null, null])
  })

  test.each(['../secret.json', 'media/../../secret.json', '/etc/passwd', 'media/ab/..', '', 'media%2fab'])(
    'refuses a key that is not one of its own: %s',
    async (key) => {
      await expect(put(key, 'x')).rejects.toThrow('not a key')
      await expect((async () => stores[name].get(key))()).rejects.toThrow('not a key')
      await expect((async () => stores[name].delete([key]))()).rejects.toThrow('not a key')
    },
  )
})

test('files on disk are for the owner of the process alone', async () => {
  const key = newStorageKey('media')
  await stores.local.put(key, Buffer.from('x'), { contentType: 'text/plain' })
  const { mode } = await stat(join(directory, 'files', key))
  expect(mode & 0o777).toBe(0o600)
  const left = await readdir(join(directory, 'files'), { recursive: true })
  expect(left.filter((entry) => entry.endsWith('.half'))).toEqual([])
})

test('a store that is down or refuses says so', async () => {
  fake.failNext(503)
  await expect(stores.supabase.get(newStorageKey('media'))).rejects.toThrow(/file store refused/)
  const gone = createStorage({
    dataDirectory: directory,
    supabase: { url: 'http://127.0.0.1:1', serviceRoleKey: 'k', storageBucket: 'b', ...none },
  })
  await expect(gone.delete([newStorageKey('media')])).rejects.toThrow(/cannot be reached/)
})
