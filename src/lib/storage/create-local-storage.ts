import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { streamOf } from '@/lib/utils/stream-of'
import type { Storage } from './storage'
import { assertStorageKey } from './storage-key'

/** The store as a folder of this machine; its files are readable by the owner of the process only. */
export function createLocalStorage(directory: string): Storage {
  const root = resolve(directory)
  const pathOf = (key: string) => {
    assertStorageKey(key)
    return join(root, key)
  }
  return {
    async put(key, body) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const half = `${path}.half`
      try {
        const sizeBytes = await write(half, body)
        await rename(half, path)
        return { sizeBytes }
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    },
    async get(key, range) {
      const path = pathOf(key)
      const sizeBytes = await sizeOf(path)
      if (sizeBytes === null) return null
      // An empty file has no first byte to ask for.
      const part = range ? { start: range.start, end: Math.min(range.end, sizeBytes - 1) } : {}
      return { sizeBytes, body: streamOf(createReadStream(path, part)) }
    },
    size: (key) => sizeOf(pathOf(key)),
    async delete(keys) {
      await Promise.all(keys.map((key) => rm(pathOf(key), { force: true })))
    },
  }
}

async function write(path: string, body: Uint8Array | AsyncIterable<Uint8Array>) {
  const file = await open(path, 'w', 0o600)
  try {
    let sizeBytes = 0
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      await file.writeFile(chunk)
      sizeBytes += chunk.length
    }
    await file.sync()
    return sizeBytes
  } finally {
    await file.close()
  }
}

async function sizeOf(path: string) {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
