import { BlockList } from 'node:net'
import { Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { connectionAddress } from '@/api/client-address'
import { requirePermission } from '@/api/middleware/require-permission'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const forwardedHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** Counts and times every request under its route pattern, never its path: paths hold identifiers and have no end. */
export function measureRequests({ metrics }: Pick<Installation, 'metrics'>): MiddlewareHandler<AppEnv> {
  return async function measureRequests(c, next) {
    const begun = performance.now()
    await next()
    // The pattern of whatever answered; middleware and files have one that ends in *.
    const pattern = routePath(c)
    const route = pattern.endsWith('*') ? 'other' : pattern
    metrics.requestSeconds
      .labels(c.req.method, route, String(c.res.status))
      .observe((performance.now() - begun) / 1_000)
  }
}

/** GET /metrics in Prometheus's text format, for this machine itself or for who may read metrics. */
export function metricsRoute({ metrics }: Installation, authenticate: MiddlewareHandler<AppEnv>) {
  const app = new Hono<AppEnv>()
  const permitted = requirePermission('metrics.read')
  app.get(
    '/metrics',
    authenticate,
    (c, next) => {
      const address = connectionAddress(c)
      const direct = forwardedHeaders.every((name) => c.req.header(name) === undefined)
      const local = address !== null && loopback.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
      return local && direct ? next() : permitted(c, next)
    },
    async (c) => c.text(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
  )
  return app
}
