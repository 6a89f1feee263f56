import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { webhookSchema } from '../api/schemas.ts'
import { deriveCurl } from './derive-curl.ts'

describe('a webhook as a curl command', () => {
  it('sends the same again, whatever a text has in it', async () => {
    const { promise, resolve } = Promise.withResolvers<{ signature: unknown; body: string }>()
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        response.end()
        resolve({ signature: request.headers['x-twilio-signature'], body })
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const parameters = { Body: `It's $HOME & "100 %" \\ 'done'\nTwo`, From: '+14155550123', Empty: '' }
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`
    const webhook = webhookSchema.parse({ id: '1', method: 'POST', url, parameters, signature: 'a+b/c=' })
    await promisify(execFile)('sh', ['-c', deriveCurl(webhook)])
    const { signature, body } = await promise
    server.close()
    expect(signature).toBe('a+b/c=')
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual(parameters)
  })

  it('leaves out what it has not: no signature, no body of a GET, no overrides after the #', () => {
    const webhook = webhookSchema.parse({ id: '1', method: 'GET', url: 'http://127.0.0.1/a.wav#rc=2' })
    expect(deriveCurl(webhook)).toBe("curl -X GET 'http://127.0.0.1/a.wav'")
  })
})
