// @ts-check
import { createServer } from 'node:net'

/**
 * Whether this machine would let us listen on the port; the error code says why not.
 * @param {number} port 0 for any
 * @param {string} [host] all addresses by default
 * @returns {Promise<{ port: number } | { code: string }>}
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve({ code: 'code' in error ? String(error.code) : error.message }))
    server.listen({ port, host }, () => {
      const address = server.address()
      const free = typeof address === 'object' && address !== null ? address.port : port
      server.close(() => resolve({ port: free }))
    })
  })
}

/**
 * A free loopback port: the preferred one if nobody has taken it.
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function findFreePort(preferred = 0) {
  const wanted = await tryPort(preferred, '127.0.0.1')
  if ('port' in wanted) return wanted.port
  const any = await tryPort(0, '127.0.0.1')
  if ('port' in any) return any.port
  throw new Error(`No free port on this machine (${any.code}).`)
}
