import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import twilio from 'twilio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { hasValidUpgradeSignature } from '@/lib/twilio/validate-signature'

const tokens = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210']
const publicOrigin = 'https://eva.example.com'
let server: Server
let port: number

/** A server that lets in who signed the upgrade, as a route for Media Streams would. */
beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true })
  server = createServer()
  server.on('upgrade', (request, socket, head) => {
    const signature = request.headers['x-twilio-signature']
    const target = request.url ?? ''
    if (
      typeof signature !== 'string' ||
      !hasValidUpgradeSignature({ publicOrigin, target, signature, authTokens: tokens })
    ) {
      return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    }
    sockets.handleUpgrade(request, socket, head, (open) => open.close(1000, 'signed'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
})

async function upgrade(target: string, signature?: string) {
  const client = new WebSocket(`ws://127.0.0.1:${port}${target}`, {
    headers: signature === undefined ? {} : { 'x-twilio-signature': signature },
  })
  return new Promise<string>((resolve) => {
    client.on('close', (_code, reason) => resolve(String(reason) || 'closed'))
    client.on('error', (error) => resolve(error.message))
  })
}

const sign = (url: string, token = tokens[0]!) => twilio.getExpectedTwilioSignature(token, url, {})
const refused = 'Unexpected server response: 403'

test.each([
  ['as the official SDK signs it', '/streams/media?call=CA1', 'wss://eva.example.com/streams/media?call=CA1'],
  ['with a slash more', '/streams/media', 'wss://eva.example.com/streams/media/'],
  ['with a slash less', '/streams/media/', 'wss://eva.example.com/streams/media'],
  ['with a query as it was received', "/streams/O'Brien?q=a+b%20c", "wss://eva.example.com/streams/O'Brien?q=a+b%20c"],
])('a real upgrade is let in %s, with either token', async (_, target, url) => {
  for (const token of tokens) expect(await upgrade(target, sign(url, token))).toBe('signed')
})

test('a real upgrade without a signature, with a stranger’s or over another address is refused', async () => {
  const url = 'wss://eva.example.com/streams/media'
  expect(await upgrade('/streams/media')).toBe(refused)
  expect(await upgrade('/streams/media', sign(url, 'another token'))).toBe(refused)
  expect(await upgrade('/streams/media', sign('https://eva.example.com/streams/media'))).toBe(refused)
  expect(await upgrade('/streams/media?more=1', sign(url))).toBe(refused)
})
