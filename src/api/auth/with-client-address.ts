import type { Context as HonoContext } from 'hono'
import { clientAddress, createProxyList } from '@/api/client-address'
import type { AppEnv } from '@/api/request-context'
import type { Config } from '@/config'
import { clientAddressHeader } from '@/lib/auth/auth-options'

/** The headers of a request with the client's address in a header of ours; one that the client sent itself is thrown away. */
export function withClientAddress({ trustedProxies }: Pick<Config, 'trustedProxies'>) {
  const proxies = createProxyList(trustedProxies)
  return function withClientAddress(c: HonoContext<AppEnv>): { address: string | null; headers: Headers } {
    const headers = new Headers(c.req.raw.headers)
    headers.delete(clientAddressHeader)
    const address = clientAddress(c, proxies)
    if (address) headers.set(clientAddressHeader, address)
    return { address, headers }
  }
}
