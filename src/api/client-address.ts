import { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Context as HonoContext } from 'hono'

/** The proxies of TRUST_PROXY (addresses or CIDR ranges, already checked by the configuration) as a list to ask. */
export function createProxyList(trustedProxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of trustedProxies) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  return list
}

/**
 * The address a request came from. A forwarded header counts only from a trusted proxy, and is read from its right end: the first
 * address that is not a trusted proxy is the client's. Null where the host gives us no connection (a Fetch host).
 */
export function clientAddress(c: HonoContext, trustedProxies: BlockList): string | null {
  let address = connectionAddress(c)
  if (!address) return null
  const forwarded = c.req.header('x-forwarded-for')?.split(',').toReversed() ?? []
  for (const hop of forwarded) {
    if (!isTrusted(address, trustedProxies)) break
    const next = plainAddress(hop.trim())
    if (!isIP(next)) break
    address = next
  }
  return address
}

/** The address at the other end of the connection, whatever any header says. */
export function connectionAddress(c: HonoContext): string | null {
  const env: unknown = c.env
  if (!env || typeof env !== 'object' || !('incoming' in env) || !(env.incoming instanceof IncomingMessage)) return null
  const address = env.incoming.socket.remoteAddress
  return address ? plainAddress(address) : null
}

/** Whose attempts count together: an IPv4 address, or the /64 network of an IPv6 address, since one household has 2^64 of those. */
export function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  if (!address.includes(':')) return address
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const groups = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return groups.slice(0, 4).join(':')
}

function isTrusted(address: string, trustedProxies: BlockList) {
  return trustedProxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** '::ffff:10.0.0.1' is 10.0.0.1. */
function plainAddress(address: string) {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}
