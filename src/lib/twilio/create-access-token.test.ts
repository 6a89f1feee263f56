import twilio from 'twilio'
import { afterEach, expect, test, vi } from 'vitest'
import { createAccessToken } from './create-access-token'

afterEach(() => void vi.useRealTimers())

const parts = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((part): unknown => JSON.parse(Buffer.from(part, 'base64url').toString()))

test('says what the SDK’s own token says, and is signed as it is', () => {
  const issuedAt = new Date('2026-03-02T15:00:00.400Z')
  vi.useFakeTimers({ now: issuedAt })
  const accountSid = `AC${'1'.repeat(32)}`
  const applicationSid = `AP${'2'.repeat(32)}`
  const key = { sid: `SK${'3'.repeat(32)}`, secret: 'secret of the key' }
  const expiresAt = new Date('2026-03-02T15:10:00.400Z')
  const ours = createAccessToken({ accountSid, key, identity: 'erin', applicationSid, issuedAt, expiresAt })

  const sdk = new twilio.jwt.AccessToken(accountSid, key.sid, key.secret, { identity: 'erin', ttl: 600 })
  sdk.addGrant(new twilio.jwt.AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: applicationSid }))
  const [theirHeader, theirClaims] = parts(sdk.toJwt())
  const [header, claims] = parts(ours)
  expect(header).toEqual(theirHeader)
  expect(claims).toEqual(theirClaims)
  expect(ours.split('.')[2]).toMatch(/^[\w-]{43}$/)
})
