import type { Context as HonoContext, Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { errorResponse } from '@/api/error-response'
import type { AppEnv } from '@/api/request-context'
import type { Log } from '@/lib/utils/log'
import { DomainError, NotFoundError } from '@/shared/errors'

/** Answers what no route took: 405 with Allow where the path is one and the method is not, else 404. */
export function noRoute(app: Hono<AppEnv>, log: Log) {
  const onError = errorResponse(log)
  let allowedMethods: ((path: string) => string[]) | undefined
  return function noRoute(c: HonoContext<AppEnv>) {
    allowedMethods ??= createMethodFinder(app)
    const allowed = allowedMethods(c.req.path)
    if (allowed.length === 0) return onError(new NotFoundError(`Nothing is at ${c.req.path}.`), c)
    c.header('Allow', allowed.join(', '))
    return onError(new DomainError('method_not_allowed', `${c.req.path} takes only ${allowed.join(', ')}.`), c)
  }
}

/** Middleware and files, whose patterns end in *, are no paths of their own. */
function createMethodFinder(app: Hono<AppEnv>) {
  const router = new TrieRouter<string>()
  const methods = new Set<string>()
  for (const { method, path } of app.routes) {
    if (method === 'ALL' || path.endsWith('*')) continue
    router.add(method, path, method)
    methods.add(method)
  }
  return (path: string) => {
    const allowed = [...methods].filter((method) => router.match(method, path)[0].length > 0)
    return (allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed).toSorted()
  }
}
