import fc from 'fast-check'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { sign } from './sign.ts'

describe('the signature', () => {
  it('is the one of Twilio’s own example', () => {
    const parameters = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    }
    expect(sign('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', parameters)).toBe(
      'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
    )
  })

  it('sorts names by their bytes, capitals first', () => {
    const url = 'https://example.com/'
    const parameters = { callSid: '3', CallSid: '2', CALLSID: '1' }
    expect(sign('t', url, parameters)).toBe(twilio.getExpectedTwilioSignature('t', url, parameters))
  })

  it('is the one the official SDK expects, whatever the parameters', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/)
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.dictionary(name, fc.string({ unit: 'grapheme' })),
        (token, parameters) => {
          const url = 'http://127.0.0.1:3000/api/twilio/webhooks/voice?a=1'
          expect(sign(token, url, parameters)).toBe(twilio.getExpectedTwilioSignature(token, url, parameters))
        },
      ),
    )
  })
})
