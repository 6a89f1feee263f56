import type { z } from 'zod'
import { ErrorBody } from '@/shared/schemas/page'
import { ApiError, ConnectionError } from './api-error'

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  /** In place of a body: a CSV file's text. */
  csv?: string
  /** One per action of a person: asked twice, the server acts once. */
  idempotencyKey?: string
  signal?: AbortSignal | undefined
  /** The request outlives the page that makes it. */
  keepalive?: boolean
}

/** Asks our API and checks the answer. Throws ApiError (the server said no) or ConnectionError (we do not know what it did). */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, options)
  const text = await response.text().catch((cause: unknown) => {
    throw new ConnectionError({ cause })
  })
  const body = parseJson(text)
  if (!response.ok) throw errorOf(response, body)
  return schema.parse(body)
}

async function send(path: string, options: RequestOptions) {
  const { method = 'GET', query, body, csv, idempotencyKey, signal, keepalive } = options
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (csv !== undefined) headers.set('content-type', 'text/csv; charset=utf-8')
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey)
  try {
    return await fetch(path + searchOf(query), {
      method,
      headers,
      body: csv ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
      keepalive: keepalive ?? false,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ConnectionError({ cause })
  }
}

function searchOf(query: RequestOptions['query']) {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

function errorOf(response: Response, body: unknown) {
  const parsed = ErrorBody.safeParse(body)
  if (parsed.success) return new ApiError(response.status, parsed.data.error)
  return new ApiError(response.status, {
    code: 'internal',
    message: `The server answered ${response.status} without saying why.`,
    requestId: response.headers.get('x-request-id') ?? '',
  })
}

function parseJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
