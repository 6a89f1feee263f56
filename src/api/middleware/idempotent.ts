import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { contextFrom, type AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { claimIdempotencyKey, type Claim } from '@/lib/services/idempotency/claim-idempotency-key'
import { settleIdempotencyKey } from '@/lib/services/idempotency/settle-idempotency-key'
import { ConflictError, InvalidError, UpstreamError } from '@/shared/errors'
import type { ErrorBody } from '@/shared/schemas/page'

/** How long a request waits for another one with its key, asking this often. */
const patienceMilliseconds = 15_000
const pauseMilliseconds = 50

/**
 * Honours Idempotency-Key on a POST that creates: the same key and request give the same answer and one effect, also at once and after a
 * process died in between; the key with another request is a conflict. Comes after validation: a request that is not valid takes no key.
 * With `shownOnce` the answer holds a secret and is not kept: asked again, a 409 names the row that was made. The handler makes its row under `c.get('newId')`, so that a second process finds the first one's.
 */
export function idempotent(
  installation: Installation,
  { shownOnce = false, contentOf = textOf }: { shownOnce?: boolean; contentOf?: ContentOf } = {},
): MiddlewareHandler<AppEnv> {
  return async function idempotent(c, next) {
    const key = c.req.header('idempotency-key')
    if (key === undefined) return next()
    if (key === '' || key.length > 255) throw new InvalidError('An Idempotency-Key has 1 to 255 characters.')
    const ctx = contextFrom(installation, c)
    const requestHash = createHash('sha256')
      .update(`${c.req.method} ${c.req.path}\n`)
      .update(await contentOf(c))
      .digest('hex')
    const claim = await claimPatiently(() => claimIdempotencyKey(ctx, { key, requestHash }))
    if (claim.state === 'running') {
      throw new ConflictError('The first request with this Idempotency-Key is still running. Ask again in a moment.')
    }
    if (claim.state === 'answered') {
      return new Response(claim.body, {
        status: claim.status,
        headers: { 'Content-Type': 'application/json', 'Idempotent-Replay': 'true' },
      })
    }
    c.set('newId', claim.subjectId)
    await next()
    const { status } = c.res
    const unprocessed = c.error instanceof UpstreamError && c.error.outcome === 'unprocessed'
    if (unprocessed || (c.error && (status === 429 || status === 500 || status === 503))) {
      await settleIdempotencyKey(ctx, key, 'lapses')
    } else {
      const kept = shownOnce && c.res.ok ? madeAlready(c) : c.res
      await settleIdempotencyKey(ctx, key, { status: kept.status, body: await kept.clone().text() })
    }
  }
}

/** What makes two requests the same one. */
type ContentOf = (c: HonoContext<AppEnv>) => Promise<string | Uint8Array>

const textOf: ContentOf = (c) => c.req.text()

/** For multipart/form-data with one `file`: each time it is sent its parts are parted by other words. */
export const fileOf: ContentOf = async (c) => {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File)) return ''
  const head = new TextEncoder().encode(`${file.type}\n${file.name}\n`)
  return Buffer.concat([head, new Uint8Array(await file.arrayBuffer())])
}

function madeAlready(c: HonoContext<AppEnv>) {
  const message = 'The first request with this Idempotency-Key made it. What it answered was shown once.'
  const error = { code: 'conflict', message, details: { id: c.get('newId') }, requestId: c.get('requestId') }
  return Response.json({ error } satisfies ErrorBody, { status: 409 })
}

async function claimPatiently(claim: () => Promise<Claim>): Promise<Claim> {
  for (let waited = 0; ; waited += pauseMilliseconds) {
    const result = await claim()
    if (result.state !== 'running' || waited >= patienceMilliseconds) return result
    await wait(pauseMilliseconds)
  }
}
