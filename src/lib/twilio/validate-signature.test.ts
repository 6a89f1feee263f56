import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import twilio from 'twilio'
import { hasValidBodyHash, hasValidSignature, hasValidUpgradeSignature } from './validate-signature'

const { validateRequest, validateRequestWithBody, getExpectedTwilioSignature } = twilio
const authToken = '12345'
const authTokens = [authToken]

const sign = (url: string) => getExpectedTwilioSignature(authToken, url, {})

describe('hasValidSignature', () => {
  test("accepts the SDK's canonical example", () => {
    const parameters = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    }
    const request = { url: 'https://mycompany.com/myapp.php?foo=1&bar=2', parameters, authTokens }
    expect(hasValidSignature({ ...request, signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' })).toBe(true)
    expect(hasValidSignature({ ...request, signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B9=' })).toBe(false)
  })

  test('says what the SDK says, whatever form of the address was signed and whatever the parameters', () => {
    const character = fc.constantFrom(...Array.from('aB9+ \'%&=é😀(~*,;:@\u0000"'))
    const text = fc.string({ unit: character, maxLength: 12 })
    const origin = fc.constantFrom(
      'https://eva.example.com',
      'https://eva.example.com:8443',
      'http://localhost:3000',
      'http://user:pass@localhost',
      'http://[::1]:3000',
      'https://EVA.example.com:443',
    )
    const query = fc.array(fc.tuple(text, text), { maxLength: 4 })
    const encode = fc.constantFrom<((value: string) => string)[]>(
      (value) => encodeURIComponent(value),
      (value) => encodeURIComponent(value).replaceAll("'", '%27').replaceAll('%20', '+'),
      (value) => value.replaceAll(/[\s#&=]/g, '').replaceAll('\u0000', ''),
    )
    const variant = fc.constantFrom<((url: string) => string)[]>(
      (url) => url,
      (url) => url.replace(/:\d+(?=\/)/, ''),
      (url) => url.replace(/^(https:\/\/[^/:]+)\//, '$1:443/'),
      (url) => url.replace(/^(http:\/\/[^/:]+)\//, '$1:80/'),
      (url) => new URL(url).toString(),
      (url) => url.replaceAll("'", '%27'),
      (url) => `${url}x`,
    )
    const parameters = fc.dictionary(text, fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 })))
    fc.assert(
      fc.property(origin, query, encode, variant, parameters, (origin, query, encode, variant, parameters) => {
        const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
        const url = `${origin}/api/twilio/webhooks/sms${search === '' ? '' : `?${search}`}`
        const signature = getExpectedTwilioSignature(authToken, variant(url), parameters)
        expect(hasValidSignature({ url, parameters, signature, authTokens })).toBe(
          validateRequest(authToken, signature, url, parameters),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('accepts each of several tokens while they are rotated, and no other', () => {
    const request = { url: 'https://eva.example.com/x', parameters: { A: '1' } }
    const signature = getExpectedTwilioSignature('second', request.url, request.parameters)
    expect(hasValidSignature({ ...request, signature, authTokens: ['first', 'second'] })).toBe(true)
    expect(hasValidSignature({ ...request, signature, authTokens: ['first'] })).toBe(false)
    expect(hasValidSignature({ ...request, signature, authTokens: [] })).toBe(false)
  })

  test.each(['', 'short', 'é'.repeat(28), 'A'.repeat(10_000)])('refuses %j without failing', (signature) => {
    expect(hasValidSignature({ url: 'https://eva.example.com/', parameters: {}, signature, authTokens })).toBe(false)
  })
})

describe('hasValidBodyHash', () => {
  const body = Buffer.from('{"event_type":"voice_intelligence_transcript_available","q":"é"}')
  const hash = createHash('sha256').update(body).digest('hex')
  const url = `https://eva.example.com/api/twilio/webhooks/transcription?bodySHA256=${hash}`

  test('with the signature over the address, agrees with the SDK', () => {
    const signature = getExpectedTwilioSignature(authToken, url, {})
    expect(validateRequestWithBody(authToken, signature, url, body.toString())).toBe(true)
    expect(hasValidSignature({ url, parameters: {}, signature, authTokens }) && hasValidBodyHash(url, body)).toBe(true)
  })

  test('refuses another body and an address without a hash', () => {
    expect(hasValidBodyHash(url, Buffer.from('{}'))).toBe(false)
    expect(hasValidBodyHash('https://eva.example.com/', body)).toBe(false)
  })

  test('an empty body counts as {}', () => {
    const empty = createHash('sha256').update('{}').digest('hex')
    expect(hasValidBodyHash(`https://eva.example.com/?bodySHA256=${empty}`, new Uint8Array())).toBe(true)
  })
})

describe('hasValidUpgradeSignature', () => {
  const request = { publicOrigin: 'https://eva.example.com', target: '/streams?x=1', authTokens }

  test.each(['wss://eva.example.com/streams?x=1', 'wss://eva.example.com/streams/?x=1'])('accepts %s', (url) => {
    expect(hasValidUpgradeSignature({ ...request, signature: sign(url) })).toBe(true)
    expect(hasValidUpgradeSignature({ ...request, target: '/streams/?x=1', signature: sign(url) })).toBe(true)
  })

  test('refuses a signature over the https address or another path', () => {
    for (const url of ['https://eva.example.com/streams?x=1', 'wss://eva.example.com/stream?x=1'])
      expect(hasValidUpgradeSignature({ ...request, signature: sign(url) })).toBe(false)
  })
})
