import { streamOf } from '@/lib/utils/stream-of'
import { UnavailableError } from '@/shared/errors'
import type { Storage } from './storage'
import { assertStorageKey } from './storage-key'

export type SupabaseBucket = { url: string; serviceRoleKey: string; bucket: string }

/** How long Supabase may be silent before it answers; a body that streams may take longer. */
const answerMilliseconds = 60_000

/** The store as a private bucket of Supabase Storage, by its REST API with the service role (https://supabase.com/docs/reference/storage). */
export function createSupabaseStorage({ url, serviceRoleKey, bucket }: SupabaseBucket): Storage {
  const root = `${url.replace(/\/+$/, '')}/storage/v1/object`
  const ours = encodeURIComponent(bucket)
  const addressOf = (key: string) => {
    assertStorageKey(key)
    return `${root}/${ours}/${key}`
  }

  async function ask(address: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }) {
    const headers = { ...init.headers, Authorization: `Bearer ${serviceRoleKey}`, apikey: serviceRoleKey }
    const silence = new AbortController()
    const timer = setTimeout(() => silence.abort(), answerMilliseconds)
    try {
      return await fetch(address, { ...init, headers, redirect: 'error', signal: silence.signal })
    } catch (cause) {
      throw new UnavailableError('The file store cannot be reached. Try again in a moment.', { cause })
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async put(key, body, { contentType }) {
      const counted = count(body)
      const response = await ask(addressOf(key), {
        method: 'POST',
        headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store', 'x-upsert': 'true' },
        ...counted.init,
      })
      await finish(response, 'kept')
      return { sizeBytes: counted.sizeBytes() }
    },
    async get(key, range) {
      const headers: Record<string, string> = range ? { Range: `bytes=${range.start}-${range.end}` } : {}
      const response = await ask(addressOf(key), { headers })
      if (await isMissing(response)) return null
      if (!response.ok || !response.body) throw await refusal(response, 'read')
      return { sizeBytes: wholeSize(response), body: response.body }
    },
    async size(key) {
      const response = await ask(addressOf(key), { method: 'HEAD' })
      if (response.status === 404 || response.status === 400) return null
      if (!response.ok) throw await refusal(response, 'read')
      return wholeSize(response)
    },
    async delete(keys) {
      for (const key of keys) assertStorageKey(key)
      if (keys.length === 0) return
      const response = await ask(`${root}/${ours}`, {
        method: 'DELETE',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ prefixes: keys }),
      })
      await finish(response, 'deleted')
    },
  }
}

/** Bytes are sent with their length, a stream in chunks, counted on its way. */
function count(body: Uint8Array | AsyncIterable<Uint8Array>) {
  if (body instanceof Uint8Array) {
    return { init: { body: new Uint8Array(body) }, sizeBytes: () => body.length }
  }
  let sizeBytes = 0
  async function* counting(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length
      yield chunk
    }
  }
  return { init: { body: streamOf(counting(body)), duplex: 'half' as const }, sizeBytes: () => sizeBytes }
}

/** Supabase says 404, and in some versions 400 with "not_found" or "404" in the body. */
async function isMissing(response: Response) {
  if (response.status !== 404 && response.status !== 400) return false
  const text = await response.text()
  if (response.status === 404 || /"(?:404|not_found|NoSuchKey)"/.test(text)) return true
  throw unavailable('read', `${response.status} ${text.slice(0, 200)}`)
}

/** The size of the whole file, also from a part of it. */
function wholeSize(response: Response) {
  const whole = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1]
  return Number(whole ?? response.headers.get('content-length') ?? 0)
}

async function finish(response: Response, what: string) {
  if (!response.ok) throw await refusal(response, what)
  await response.body?.cancel()
}

async function refusal(response: Response, what: string) {
  const text = await response.text().catch(() => '')
  return unavailable(what, `${response.status} ${text.slice(0, 200)}`)
}

function unavailable(what: string, answer: string) {
  return new UnavailableError(`The file could not be ${what}: the file store refused. Look at its settings.`, {
    cause: new Error(`Supabase Storage answered ${answer}`),
  })
}
