import { z } from 'zod'
import type { CoreContext } from '@/lib/context'
import { FetchError } from '@/lib/fetch/fetch-error'
import { guardedFetch } from '@/lib/fetch/guarded-fetch'
import type { Outputs } from '@/shared/ivr/execution'
import type { FlowRequest } from '@/shared/ivr/instruction'
import { deepest, isDeeperThan } from '@/shared/is-deeper-than'
import type { RequestAnswer } from './perform-request'

type HttpRequest = Extract<FlowRequest, { request: 'http' }>

/** Studio's own limits: ten seconds, 64 kB. */
const timeoutMilliseconds = 10_000
const maximumBytes = 64 * 1024

/**
 * Asks an address for a flow. Only public ones, and those an administrator has named. 2xx is success; `parsed` holds what a JSON answer says.
 */
export async function askAddress(ctx: Pick<CoreContext, 'config'>, request: HttpRequest): Promise<RequestAnswer> {
  const { url, post } = addressed(request)
  try {
    const { allowedOrigins } = ctx.config
    const fetched = await guardedFetch(url, {
      allowedOrigins,
      maximumBytes,
      timeoutMilliseconds,
      anyStatus: true,
      ...(post && { post }),
    })
    const chunks: Uint8Array[] = []
    for await (const chunk of fetched.body) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString().toWellFormed().replaceAll('\0', '')
    const contentType = fetched.headers['content-type'] ?? ''
    const outputs = { body, status_code: fetched.status, content_type: contentType, ...parsed(body, contentType) }
    return { event: fetched.status >= 200 && fetched.status < 300 ? 'success' : 'failed', outputs }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return { event: 'failed', outputs: { error: error.message } }
  }
}

/** Parameters go into the query of a GET, and into the form of a POST without a body of its own. */
function addressed({ method, url, contentType, body, parameters }: HttpRequest) {
  const form = new URLSearchParams(parameters).toString()
  if (method === 'POST') return { url, post: { contentType, body: body === '' ? form : body } }
  const target = URL.parse(url)
  if (!target || form === '') return { url, post: undefined }
  for (const [key, value] of parameters) target.searchParams.append(key, value)
  return { url: target.href, post: undefined }
}

const Json = z.json()

function parsed(body: string, contentType: string): Outputs {
  if (!contentType.startsWith('application/json')) return {}
  try {
    const json: unknown = JSON.parse(body)
    return isDeeperThan(json, deepest) ? {} : { parsed: Json.parse(json) }
  } catch {
    return {}
  }
}
