import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientAddress, createProxyList, networkOf } from '@/api/client-address'

async function addressOf(connection: string | undefined, forwardedFor: string | undefined, trusted: string[]) {
  const app = new Hono()
  app.get('/', (c) => c.json(clientAddress(c, createProxyList(trusted))))
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: connection })
  const headers = new Headers(forwardedFor === undefined ? [] : [['x-forwarded-for', forwardedFor]])
  const bindings = connection === undefined ? {} : { incoming: new IncomingMessage(socket) }
  return (await app.request('/', { headers }, bindings)).json()
}

describe('the client’s address', () => {
  test.each([
    ['the connection’s', '203.0.113.7', undefined, [], '203.0.113.7'],
    ['the connection’s, whatever a stranger says', '203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
    ['the connection’s, when the proxy is another', '203.0.113.7', '198.51.100.1', ['10.0.0.0/8'], '203.0.113.7'],
    ['what a trusted proxy says', '10.0.0.1', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    [
      'what the nearest stranger was, not what he says',
      '10.0.0.1',
      '1.1.1.1, 198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['beyond a chain of trusted proxies', '10.0.0.1', '198.51.100.1, 10.0.0.2', ['10.0.0.0/8'], '198.51.100.1'],
    ['the proxy’s own, when nobody stands behind it', '10.0.0.1', undefined, ['10.0.0.1'], '10.0.0.1'],
    ['not taken from nonsense', '10.0.0.1', 'unknown', ['10.0.0.1'], '10.0.0.1'],
    ['plain where IPv4 is dressed as IPv6', '::ffff:10.0.0.1', '::ffff:198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
    ['IPv6 too', '::1', '2001:db8::7', ['::1'], '2001:db8::7'],
    ['unknown in a host that shows no connection', undefined, '198.51.100.1', ['10.0.0.0/8'], null],
  ])('is %s', async (_what, connection, forwardedFor, trusted, expected) => {
    expect(await addressOf(connection, forwardedFor, trusted)).toBe(expected)
  })

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['1::2:3:4:5:6:7', '1:0:2:3'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
