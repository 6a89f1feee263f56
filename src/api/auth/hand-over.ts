import type { Context as HonoContext } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { requireDatabase } from '@/lib/services/health/require-database'
import type { ErrorBody } from '@/shared/schemas/page'

const Refusal = z.object({ message: z.string().optional(), code: z.string().optional() })

const codes: Record<number, string> = { 400: 'invalid', 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found' }

/**
 * Lets better-auth answer. Its refusals get our error body beside its own fields, so that one reader understands both. Throws when it failed
 * because the database is gone, which it does not tell from other failures.
 */
export async function handOver(installation: Installation, c: HonoContext<AppEnv>, request: Request) {
  const { auth, log } = installation
  const response = await auth.better.handler(request)
  if (response.ok) return c.newResponse(response.body, { status: 200, headers: response.headers })
  const parsed = Refusal.safeParse(await response.json().catch(() => ({})))
  const refusal = parsed.success ? parsed.data : {}
  if (response.status >= 500) {
    await requireDatabase(installation)
    log.error({ requestId: c.get('requestId'), path: c.req.path }, 'sign-in failed')
  }
  const message = response.status >= 500 ? 'Something went wrong on our side. Try again.' : refusal.message
  const body = {
    ...refusal,
    error: {
      code: codes[response.status] ?? 'internal',
      message: message ?? 'The request was refused.',
      requestId: c.get('requestId'),
    },
  } satisfies ErrorBody & Record<string, unknown>
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return c.newResponse(JSON.stringify(body), { status: statusOf(response.status), headers })
}

/** The status as one that has a body. */
function statusOf(status: number): ContentfulStatusCode {
  return isContentful(status) ? status : 500
}

function isContentful(status: number): status is ContentfulStatusCode {
  return Number.isInteger(status) && status >= 200 && status < 600 && ![204, 205, 304].includes(status)
}
