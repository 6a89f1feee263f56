import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startAuthJourney, type AuthJourney } from '../helpers/start-auth-journey'

const supabaseUrl = 'https://project.supabase.co'
const secret = new TextEncoder().encode('the secret that the host shares with us')
const sub = '0b5e2a52-6d0e-4d2f-9d53-0c6c1f3f7a11'

let journey: AuthJourney
let byKeySet: AuthJourney
let keyServer: Server
let key: CryptoKey
let publicKeyText: string

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  key = pair.privateKey
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }
  publicKeyText = JSON.stringify(jwk)
  keyServer = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
  })
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve))
  const { port } = keyServer.address() as AddressInfo
  journey = await startAuthJourney({ SUPABASE_URL: supabaseUrl, SUPABASE_JWT_SECRET: new TextDecoder().decode(secret) })
  byKeySet = await startAuthJourney(
    { SUPABASE_URL: supabaseUrl, SUPABASE_JWKS_URL: `http://127.0.0.1:${port}/jwks` },
    { databaseUrl: journey.databaseUrl },
  )
})
afterAll(async () => {
  await byKeySet.close()
  await journey.close()
  keyServer.closeAllConnections()
  await new Promise((resolve) => keyServer.close(resolve))
})

function claims(journeyOf: AuthJourney, more: JWTPayload = {}): JWTPayload {
  const now = Math.floor(journeyOf.clock.now().getTime() / 1_000)
  return {
    iss: `${supabaseUrl}/auth/v1`,
    aud: 'authenticated',
    sub,
    iat: now,
    exp: now + 3_600,
    email: 'ada@host.example',
    app_metadata: { eva_role: 'supervisor' },
    user_metadata: { full_name: 'Ada of the host', eva_role: 'admin' },
    ...more,
  }
}
const shared = (payload: JWTPayload) => new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret)
const ask = (from: AuthJourney, token: string) => from.api('me', { key: token })

describe('a host application’s token', () => {
  test('signs in with the role its server gave', async () => {
    const answer = await ask(journey, await shared(claims(journey)))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      id: sub,
      name: 'Ada of the host',
      email: 'ada@host.example',
      role: 'supervisor',
    })
  })

  test.each<[string, () => JWTPayload]>([
    ['the role stands where users can write', () => ({ app_metadata: {} })],
    ['the role is none of ours', () => ({ app_metadata: { eva_role: 'owner' } })],
    ['there is no person', () => ({ sub: undefined })],
    ['it was issued by somebody else', () => ({ iss: 'https://evil.supabase.co/auth/v1' })],
    ['it is for somebody else', () => ({ aud: 'anon' })],
    ['it has no end', () => ({ exp: undefined })],
    ['its time has not come', () => ({ nbf: Math.floor(journey.clock.now().getTime() / 1_000) + 60 })],
  ])('is refused when %s', async (_why, change) => {
    expect((await ask(journey, await shared(claims(journey, change())))).status).toBe(401)
  })

  test('is refused after its end', async () => {
    const token = await shared(claims(journey, { exp: Math.floor(journey.clock.now().getTime() / 1_000) + 60 }))
    expect((await ask(journey, token)).status).toBe(200)
    journey.clock.advance(66_000)
    expect((await ask(journey, token)).status).toBe(401)
  })

  test('is refused without a signature, with another key or another algorithm', async () => {
    const payload = claims(journey)
    const none = `${base64({ alg: 'none' })}.${base64(payload)}.`
    const other = await new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32))
    const longer = await new SignJWT(payload).setProtectedHeader({ alg: 'HS512' }).sign(secret)
    const byKey = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'key-1' }).sign(key)
    for (const token of [none, other, longer, byKey]) expect((await ask(journey, token)).status).toBe(401)
  })

  test('is accepted by the host’s key set, and only by it', async () => {
    const payload = claims(byKeySet)
    const good = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'key-1' }).sign(key)
    expect((await ask(byKeySet, good)).status).toBe(200)
    const stranger = await generateKeyPair('ES256')
    const forged = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'key-1' })
      .sign(stranger.privateKey)
    // The classic confusion: the public key, which anyone knows, taken for a shared secret.
    const confused = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(new TextEncoder().encode(publicKeyText))
    for (const token of [forged, confused, await shared(payload)]) expect((await ask(byKeySet, token)).status).toBe(401)
  })

  test('keeps a person of the host out of what their role does not allow', async () => {
    expect((await journey.api('people', { key: await shared(claims(journey)) })).status).toBe(403)
    const admin = await shared(claims(journey, { app_metadata: { eva_role: 'admin' } }))
    expect((await journey.api('people', { key: admin })).status).toBe(200)
  })
})

function base64(value: object) {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
